using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Disclosure.Core.Review;

/// <summary>Why an item waits (暂停事由).</summary>
public enum HoldKind
{
    /// <summary>待解密 (B4).</summary>
    Declassification,

    /// <summary>暂缓公开 (A10).</summary>
    Postponement,

    /// <summary>报请确定 (B6).</summary>
    Referral,

    /// <summary>区分处理 (B5).</summary>
    Redaction,
}

/// <summary>How a hold ended.</summary>
public enum HoldOutcome
{
    /// <summary>可以公开: the item goes on.</summary>
    Cleared,

    /// <summary>部分公开: only a processed version may go on.</summary>
    InPart,

    /// <summary>不得公开: the office withholds, the deputy confirms.</summary>
    Withheld,

    /// <summary>属于国家秘密: everything is erased.</summary>
    Classified,

    /// <summary>Nobody here can tell: the matter is referred.</summary>
    Referred,

    /// <summary>The item ended otherwise.</summary>
    Lapsed,
}

/// <summary>What a referral asks (B6, 条例 art. 17).</summary>
public enum ReferralQuestion
{
    /// <summary>是否属于国家秘密或者属于何种密级.</summary>
    Secrecy,

    /// <summary>是否可以公开.</summary>
    Disclosure,
}

/// <summary>What has to be taken out of an item before the rest may be disclosed (B5).</summary>
public enum RedactedMatter
{
    /// <summary>涉密内容: the original is erased at once.</summary>
    StateSecret,

    /// <summary>单个统计调查对象资料.</summary>
    Respondent,

    /// <summary>商业秘密.</summary>
    TradeSecret,

    /// <summary>个人隐私.</summary>
    Privacy,

    /// <summary>其他不宜公开的内容.</summary>
    Other,
}

/// <summary>What is entered on a hold; which members are asked depends on its kind.</summary>
public sealed record HoldPapers
{
    /// <summary>原密级 (B4).</summary>
    public SecrecyLevel? FormerLevel { get; init; }

    /// <summary>定密日期 (B4).</summary>
    public DateOnly? MadeOn { get; init; }

    /// <summary>期满日期 (B4).</summary>
    public DateOnly? ExpiredOn { get; init; }

    /// <summary>Who decided the declassification (B4), or to whom the referral goes (B6).</summary>
    public string Body { get; init; } = "";

    /// <summary>解密文号 (B4), or number of the letter (B6).</summary>
    public string Number { get; init; } = "";

    /// <summary>解密日期 (B4), or day of the letter (B6).</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Scan of the decision (B4), or of the reply (B6).</summary>
    public Scan? Scan { get; init; }

    /// <summary>What is done meanwhile (A10).</summary>
    public string Measures { get; init; } = "";

    /// <summary>What is asked (B6).</summary>
    public ReferralQuestion? Question { get; init; }

    /// <summary>拟定密级 (实施条例 art. 25), where secrecy is asked.</summary>
    public SecrecyLevel? DraftedLevel { get; init; }

    /// <summary>答复文号 (B6).</summary>
    public string ReplyNumber { get; init; } = "";

    /// <summary>答复日期 (B6).</summary>
    public DateOnly? ReplyDay { get; init; }

    /// <summary>What is taken out (B5).</summary>
    public IReadOnlyList<RedactedMatter> Matters { get; init; } = [];

    /// <summary>How it is taken out (B5).</summary>
    public string Method { get; init; } = "";

    /// <summary>处理人 (B5).</summary>
    public string ProcessedBy { get; init; } = "";

    /// <summary>核对人 (B5).</summary>
    public string CheckedBy { get; init; } = "";

    /// <summary>Hashes of the scans named.</summary>
    public IEnumerable<string> Scans => Scan is null ? [] : [Scan.Sha256];
}

/// <summary>
/// An item waits: why, since when, until when, and how it ended. Born open; changes by <see cref="Enter"/>, <see cref="Remind"/> and
/// <see cref="Close"/>.
/// </summary>
public sealed class Hold
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
    };

    /// <summary>Key; appears in addresses.</summary>
    public int Id { get; private set; }

    /// <summary>The item.</summary>
    public required int SubmissionId { get; init; }

    /// <summary>Kind.</summary>
    public required HoldKind Kind { get; init; }

    /// <summary>Criterion it answers to, or empty when it came from the office's finding.</summary>
    public required string Criterion { get; init; }

    /// <summary>Step at which it opened and at which the item goes on.</summary>
    public required string Step { get; init; }

    /// <summary>Round in which it opened.</summary>
    public required int Round { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; set; }

    /// <summary>Who opened it.</summary>
    public required int OpenedBy { get; init; }

    /// <summary>Name at the time.</summary>
    public required string OpenedByName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime OpenedAt { get; init; }

    /// <summary>Digest of the files that were here when it opened.</summary>
    public required string OpenedOver { get; init; }

    /// <summary>Last working day for the next act; null when there is no limit or the calendar does not reach so far.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>What was entered so far, as JSON.</summary>
    public string PapersJson { get; private set; } = "{}";

    /// <summary>Counts changes, so that two windows do not overwrite each other unseen.</summary>
    public int Version { get; private set; }

    /// <summary>UTC of the last reminder sent, or null.</summary>
    public DateTime? RemindedAt { get; private set; }

    /// <summary>UTC of the end, or null while open.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Who ended it, or empty.</summary>
    public string ClosedByName { get; private set; } = "";

    /// <summary>How it ended, or null while open.</summary>
    public HoldOutcome? Outcome { get; private set; }

    /// <summary>Words to the end.</summary>
    public string OutcomeText { get; private set; } = "";

    /// <summary>Digest of the files it was ended for; a clearance counts for these and no others.</summary>
    public string Covers { get; private set; } = "";

    /// <summary>Gives the last day that could not be computed for want of a calendar; a day that stands is never moved.</summary>
    public void FillDue(DateOnly due) => DueOn ??= due;

    /// <summary>True until it ends.</summary>
    public bool Open => ClosedAt is null;

    /// <summary>What was entered so far.</summary>
    public HoldPapers Papers => JsonSerializer.Deserialize<HoldPapers>(PapersJson, Json)!;

    /// <summary>Enters papers; only while open.</summary>
    public void Enter(HoldPapers papers, DateOnly? due)
    {
        PapersJson = JsonSerializer.Serialize(papers, Json);
        DueOn = due;
        Version++;
    }

    /// <summary>Notes that somebody was reminded.</summary>
    public void Remind(DateTime now) => (RemindedAt, Version) = (now, Version + 1);

    /// <summary>Ends it.</summary>
    /// <param name="covers">Digest of the files it was ended for.</param>
    public void Close(HoldOutcome outcome, string text, string covers, string byName, DateTime now) =>
        (Outcome, OutcomeText, Covers, ClosedByName, ClosedAt, Version) = (outcome, text, covers, byName, now, Version + 1);

    /// <summary>Takes away every word about the content (B3-1); kind, times and people stay.</summary>
    public void Erase()
    {
        (Reason, OutcomeText) = (Reason.Length > 0 ? "（已清除）" : "", OutcomeText.Length > 0 ? "（已清除）" : "");
        PapersJson = "{}";
        Version++;
    }
}
