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

    /// <summary>Natural hours from the moment public opinion on a 特别重大 or 重大 event arose to authoritative information (C2).</summary>
    public const int InformationHours = 5;

    /// <summary>Natural hours from that moment to a press conference, for the same two levels (国办发〔2016〕61号).</summary>
    public const int PressConferenceHours = 24;

    /// <summary>Natural hours from that moment to a response, for every other level (国办发〔2016〕61号).</summary>
    public const int ResponseHours = 48;
}
