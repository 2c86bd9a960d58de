namespace Disclosure.Core.Ledgers;

/// <summary>What the office decided when it judged again (条例 art. 18).</summary>
public enum WithholdingDecision
{
    /// <summary>继续不予公开.</summary>
    Continue,

    /// <summary>可以公开: it must be submitted anew.</summary>
    MayDisclose,
}

/// <summary>The yearly judgement of one item that is not, or not wholly, public; never changed.</summary>
public sealed class WithholdingReview
{
    /// <summary>The item.</summary>
    public required int SubmissionId { get; init; }

    /// <summary>Calendar year judged for.</summary>
    public required int Year { get; init; }

    /// <summary>Decision.</summary>
    public required WithholdingDecision Decision { get; init; }

    /// <summary>Reason.</summary>
    public required string Reason { get; init; }

    /// <summary>Who decided.</summary>
    public required int StaffId { get; init; }

    /// <summary>Name at the time.</summary>
    public required string StaffName { get; init; }

    /// <summary>For whom, when decided under a delegation; otherwise empty.</summary>
    public required string ActingForName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}

/// <summary>Words of the yearly judgement.</summary>
public static class WithholdingWords
{
    /// <summary>Chinese name.</summary>
    public static string Name(this WithholdingDecision decision) =>
        decision switch
        {
            WithholdingDecision.Continue => "继续不予公开",
            WithholdingDecision.MayDisclose => "可以公开",
        };
}
