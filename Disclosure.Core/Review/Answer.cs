namespace Disclosure.Core.Review;

/// <summary>
/// One answer to one criterion at one tier. What is set besides 是 or 否 depends on the criterion; <see cref="ReviewRules"/> says what must
/// be.
/// </summary>
public sealed record Answer
{
    /// <summary>Code of the criterion.</summary>
    public required string Criterion { get; init; }

    /// <summary>The question as it was asked.</summary>
    public required string Question { get; init; }

    /// <summary>True 是, false 否, null while open.</summary>
    public bool? Yes { get; init; }

    /// <summary>Remark; asked for when 是, and when the answer differs from that of an earlier tier.</summary>
    public string Remark { get; init; } = "";

    /// <summary>The marking, where B3-1 is 是.</summary>
    public Marking? Marking { get; init; }

    /// <summary>Where B3-2 or B3-3 is 是: true when the competent body has approved, false when it has not, null while not said.</summary>
    public bool? Approved { get; init; }

    /// <summary>The paper of that approval.</summary>
    public ApprovalPaper? Approval { get; init; }

    /// <summary>Where B3-4 is 是: true when the item asks the public for its opinion, which A9(4) lets pass; null while not said.</summary>
    public bool? PublicComment { get; init; }

    /// <summary>Where B3-5 is 是: which reason.</summary>
    public OtherReason? Reason { get; init; }

    /// <summary>Which of the three situations, where the reason is a single respondent.</summary>
    public RespondentSituation? Situation { get; init; }

    /// <summary>The exception of B7, where the reason is a trade secret or privacy.</summary>
    public DisclosureException? Exception { get; init; }

    /// <summary>True when publication rests on the exception of B7; the director must sign then.</summary>
    public bool RestsOnException =>
        Yes == true
        && Reason is OtherReason.TradeSecret or OtherReason.Privacy
        && Exception is { Basis: ExceptionBasis.Consent or ExceptionBasis.PublicInterest };

    /// <summary>Hashes of the scans that the answer names.</summary>
    public IEnumerable<string> Scans => Yes != true ? [] : new[] { Approval?.Scan?.Sha256, Exception?.Scan?.Sha256 }.OfType<string>();
}

/// <summary>A scan uploaded with the item as a review paper.</summary>
/// <param name="Sha256">Hash, 64 hex digits.</param>
/// <param name="Name">Name as uploaded.</param>
public sealed record Scan(string Sha256, string Name);

/// <summary>Approval by the competent body (B3-2, B3-3).</summary>
/// <param name="Body">Who approved.</param>
/// <param name="Number">Number of the document.</param>
/// <param name="Day">Day of the document, or null.</param>
/// <param name="Scan">The document, or null.</param>
public sealed record ApprovalPaper(string Body = "", string Number = "", DateOnly? Day = null, Scan? Scan = null);

/// <summary>Which other reason stands against disclosure (B3-5).</summary>
public enum OtherReason
{
    /// <summary>单个统计调查对象资料 (统计法 art. 28): no exception.</summary>
    Respondent,

    /// <summary>商业秘密.</summary>
    TradeSecret,

    /// <summary>个人隐私.</summary>
    Privacy,

    /// <summary>工作秘密.</summary>
    WorkSecret,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>The three situations in which data identify a single respondent (统计法实施条例 art. 29).</summary>
public enum RespondentSituation
{
    /// <summary>The respondent is named.</summary>
    Named,

    /// <summary>Address, code or the like lead to the respondent.</summary>
    ByDetails,

    /// <summary>An aggregate lets the respondent be inferred.</summary>
    ByAggregate,
}

/// <summary>On what an exception rests (B7, 条例 art. 15).</summary>
public enum ExceptionBasis
{
    /// <summary>No exception is claimed.</summary>
    None,

    /// <summary>权利人同意公开.</summary>
    Consent,

    /// <summary>不公开可能对公共利益造成重大影响.</summary>
    PublicInterest,
}

/// <summary>An exception under B7 with its papers.</summary>
public sealed record DisclosureException
{
    /// <summary>Basis, or null while not chosen.</summary>
    public ExceptionBasis? Basis { get; init; }

    /// <summary>Holder of the right (权利人) or third party.</summary>
    public string Holder { get; init; } = "";

    /// <summary>Day of the consent, or of the written notice to the third party.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Number of the written notice; only for public interest.</summary>
    public string NoticeNumber { get; init; } = "";

    /// <summary>Why not disclosing would harm the public interest; only for public interest.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The signed consent, or the notice with proof of delivery.</summary>
    public Scan? Scan { get; init; }
}
