namespace Disclosure.Core.Submissions;

/// <summary>What a file is to its item.</summary>
public enum FileRole
{
    /// <summary>正文.</summary>
    Body,

    /// <summary>附件.</summary>
    Attachment,

    /// <summary>传真或亲送的签字页扫描件, added at receipt; no part of the content.</summary>
    SignedPageScan,

    /// <summary>
    /// 审查材料: a paper the secrecy review rests on (approval, consent, notice, declassification, reply); no part of the content.
    /// </summary>
    ReviewPaper,

    /// <summary>签字原件扫描件: the printed form as signed, bound to its printing; no part of the content.</summary>
    SignedSheet,
}

/// <summary>A file of the draft (no revision yet) or, frozen, of one revision. The bytes lie in the blob store under their hash.</summary>
public sealed class ItemFile
{
    /// <summary>Key; appears in addresses.</summary>
    public int Id { get; private set; }

    /// <summary>The item.</summary>
    public required int SubmissionId { get; init; }

    /// <summary>The revision, or null while in the draft.</summary>
    public int? RevisionId { get; init; }

    /// <summary>Name as uploaded.</summary>
    public required string Name { get; set; }

    /// <summary>Body or attachment.</summary>
    public required FileRole Role { get; set; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>SHA-256, 64 lower-case hex digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>What the program says about the format, e.g. that it cannot be fully examined; empty when nothing.</summary>
    public string Note { get; init; } = "";

    /// <summary>Place in the list.</summary>
    public required int Order { get; set; }

    /// <summary>Who uploaded it.</summary>
    public required int AddedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime AddedAt { get; init; }

    /// <summary>The same file inside a revision.</summary>
    public ItemFile In(int revisionId) =>
        new()
        {
            SubmissionId = SubmissionId,
            RevisionId = revisionId,
            Name = Name,
            Role = Role,
            Size = Size,
            Sha256 = Sha256,
            Note = Note,
            Order = Order,
            AddedBy = AddedBy,
            AddedAt = AddedAt,
        };
}
