namespace Disclosure.Core.Deadlines;

/// <summary>The limits that the law and the bureau set, in one place that an official can read.</summary>
public static class DueDates
{
    /// <summary>Working days from the day the information was formed to its publication (条例 art. 26).</summary>
    public const int PublishWithin = 20;

    /// <summary>Working days after which the first warning about publication is shown.</summary>
    public const int FirstWarning = 15;

    /// <summary>Working days after which the second warning about publication is shown.</summary>
    public const int SecondWarning = 18;

    /// <summary>Working days from the publication of a policy document to that of its interpretation (C2).</summary>
    public const int InterpretWithin = 3;
}
