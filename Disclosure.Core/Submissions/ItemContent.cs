using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Disclosure.Core.Common;

namespace Disclosure.Core.Submissions;

/// <summary>A byline author; answers for the text by name (文责, D3).</summary>
public sealed class Byline
{
    /// <summary>Name as printed.</summary>
    public string Name { get; set; } = "";

    /// <summary>True once the author has confirmed 文责.</summary>
    public bool Confirmed { get; set; }

    /// <summary>
    /// Digest of what was confirmed (<see cref="Authorship.Over"/>); null where nothing was, or by a version that did not keep it.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ConfirmedOver { get; set; }

    /// <summary>
    /// Staff key when the author has an account and confirms personally; null for somebody outside, for whom the editor vouches.
    /// </summary>
    public int? StaffId { get; set; }
}

/// <summary>Everything an item says about itself, files aside. Kept as JSON with the draft and, frozen, with each revision.</summary>
public sealed class ItemContent
{
    private static readonly JsonSerializerOptions Canonical = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Title, at most 120 characters.</summary>
    public string Title { get; set; } = "";

    /// <summary>Summary, at most 500 characters; goes into the annual catalogue (A11).</summary>
    public string Summary { get; set; } = "";

    /// <summary>Kind, or null while not chosen.</summary>
    public ItemKind? Kind { get; set; }

    /// <summary>Category of A8, 1–11, or null.</summary>
    public int? A8Category { get; set; }

    /// <summary>Byline authors in printed order.</summary>
    public List<Byline> Bylines { get; set; } = [];

    /// <summary>How the bureau came by the information.</summary>
    public Origin? Origin { get; set; }

    /// <summary>The body that made it, where it was not made here.</summary>
    public string MakingBody { get; set; } = "";

    /// <summary>Day the information was formed; 条例 art. 26 counts from it.</summary>
    public DateOnly? FormedOn { get; set; }

    /// <summary>Disclosure attribute (C3).</summary>
    public DisclosureAttribute? Attribute { get; set; } = DisclosureAttribute.Proactive;

    /// <summary>Ground for withholding, where withheld.</summary>
    public WithholdingGround? Ground { get; set; }

    /// <summary>Legal basis, where withheld or on request.</summary>
    public string LegalBasis { get; set; } = "";

    /// <summary>Channels asked for.</summary>
    public List<Channel> Channels { get; set; } = [];

    /// <summary>Column of the website, where the website is asked for.</summary>
    public string WebsiteColumn { get; set; } = "";

    /// <summary>What 其他 stands for among the channels.</summary>
    public string OtherChannel { get; set; } = "";

    /// <summary>Day on which publication is intended, or null.</summary>
    public DateOnly? PlannedOn { get; set; }

    /// <summary>
    /// Hour of the intended publication in the bureau's time; with it the item is planned: nothing before that moment, and every reading is
    /// noted. Left out of the JSON where there is none, so that older fingerprints hold.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TimeOnly? PlannedTime { get; set; }

    /// <summary>Data status (D5).</summary>
    public DataStatus? DataStatus { get; set; }

    /// <summary>Why figures that are not final should be published.</summary>
    public string ProvisionalReason { get; set; } = "";

    /// <summary>True for a major item (重大稿件).</summary>
    public bool Major { get; set; }

    /// <summary>Matter of the standing catalogue it hangs on (C4), in words; typed while no catalogue is in force.</summary>
    public string CatalogueEntry { get; set; } = "";

    /// <summary>
    /// Key of that matter, or null. Not written where it is null: what was fingerprinted before it existed keeps its text.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? CatalogueEntryId { get; set; }

    /// <summary>Key of the interpretation of a policy document, or of the document an interpretation explains (C2).</summary>
    public int? LinkedItemId { get; set; }

    /// <summary>Why a policy document needs no interpretation.</summary>
    public string NoInterpretationReason { get; set; } = "";

    /// <summary>第一解读人 of an interpretation: the main leader, or who stands in and why (C2).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? FirstInterpreter { get; set; }

    /// <summary>What this item changes in one already published (procedure §7); null for an ordinary item.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Amendment? Amendment { get; set; }

    /// <summary>Number of the deciding document (失信名单).</summary>
    public string DecisionNumber { get; set; } = "";

    /// <summary>Unified social credit code (失信名单), 18 characters.</summary>
    public string CreditCode { get; set; } = "";

    /// <summary>First day of the notice (失信名单).</summary>
    public DateOnly? NoticeFrom { get; set; }

    /// <summary>Last day of the notice (失信名单).</summary>
    public DateOnly? NoticeUntil { get; set; }

    /// <summary>Running issue number (工作简报).</summary>
    public int? BriefIssue { get; set; }

    /// <summary>Basis of the time limit (其他, D9).</summary>
    public string TimeLimitBasis { get; set; } = "";

    /// <summary>Copies on paper handed in.</summary>
    public int? PaperCopies { get; set; }

    /// <summary>Pages on paper handed in.</summary>
    public int? PaperPages { get; set; }

    /// <summary>
    /// Subject a county's item was sent under, which decides the section that answers for it (D11); set on sending, null for every other
    /// item and before that was kept.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? SubjectId { get; set; }

    /// <summary>Editor's telephone.</summary>
    public string Phone { get; set; } = "";

    /// <summary>Remarks, at most 500 characters.</summary>
    public string Remarks { get; set; } = "";

    /// <summary>
    /// Puts every text of one line in one line (<see cref="OneLine"/>), in place; done where words come in, never to what was signed.
    /// </summary>
    public ItemContent Tidy()
    {
        (Title, MakingBody, LegalBasis) = (OneLine.Of(Title), OneLine.Of(MakingBody), OneLine.Of(LegalBasis));
        (WebsiteColumn, OtherChannel, CatalogueEntry) = (OneLine.Of(WebsiteColumn), OneLine.Of(OtherChannel), OneLine.Of(CatalogueEntry));
        (DecisionNumber, CreditCode, TimeLimitBasis) = (OneLine.Of(DecisionNumber), OneLine.Of(CreditCode), OneLine.Of(TimeLimitBasis));
        (FirstInterpreter, Phone) = (FirstInterpreter is null ? null : OneLine.Of(FirstInterpreter), OneLine.Of(Phone));
        foreach (var author in Bylines)
        {
            author.Name = OneLine.Of(author.Name);
        }
        return this;
    }

    /// <summary>The one JSON text of this content; equal content gives equal text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Canonical);

    /// <summary>Reads what <see cref="ToJson"/> wrote; fields it does not know are passed over.</summary>
    public static ItemContent FromJson(string json) => JsonSerializer.Deserialize<ItemContent>(json, Canonical)!;

    /// <summary>A copy that shares nothing.</summary>
    public ItemContent Copy() => FromJson(ToJson());
}
