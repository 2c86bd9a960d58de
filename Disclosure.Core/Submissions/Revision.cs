namespace Disclosure.Core.Submissions;

/// <summary>
/// What was sent in, frozen: content, files and the five answers; never changed afterwards, only erased when a marking that has not expired
/// demands it (B3-1).
/// </summary>
public sealed class Revision
{
    private string contentJson = "{}";

    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>The item.</summary>
    public required int SubmissionId { get; init; }

    /// <summary>版本 1, 2, …</summary>
    public required int Number { get; init; }

    /// <summary>The content as canonical JSON.</summary>
    public required string ContentJson
    {
        get => contentJson;
        set
        {
            var content = ItemContent.FromJson(value);
            (contentJson, Attribute, AsksWebsite) = (value, content.Attribute, content.Channels.Contains(Channel.Website));
        }
    }

    /// <summary>
    /// Disclosure attribute (C3), as in <see cref="Content"/>; a column of its own, so that lists need not look into the content.
    /// </summary>
    public DisclosureAttribute? Attribute { get; private set; }

    /// <summary>True when the website is among the channels of <see cref="Content"/>; a column of its own.</summary>
    public bool AsksWebsite { get; private set; }

    /// <summary>The editor's answers as canonical JSON.</summary>
    public required string AnswersJson { get; init; }

    /// <summary>Fingerprint, 64 hex digits.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Who sent it in.</summary>
    public required int SentBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime SentAt { get; init; }

    /// <summary>The content.</summary>
    public ItemContent Content => ItemContent.FromJson(ContentJson);

    /// <summary>True when the columns say what stands in the JSON.</summary>
    public bool ColumnsAgree =>
        Content is var content && (Attribute, AsksWebsite) == (content.Attribute, content.Channels.Contains(Channel.Website));
}

/// <summary>Who put a hand to the content in which round; such a person signs no later step (procedure §1).</summary>
public sealed class Contribution
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>The item.</summary>
    public required int SubmissionId { get; init; }

    /// <summary>The person.</summary>
    public required int StaffId { get; init; }

    /// <summary>Round in which it happened; a return opens the next.</summary>
    public required int Round { get; init; }

    /// <summary>UTC of the first time in that round.</summary>
    public required DateTime At { get; init; }
}
