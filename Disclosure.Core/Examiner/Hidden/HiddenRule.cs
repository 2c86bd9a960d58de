using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Examiner.Hidden;

/// <summary>A rule for one way in which a file holds more than it shows.</summary>
/// <param name="Kind">What a reader notices.</param>
/// <param name="Facts">What the rule says of itself.</param>
/// <param name="Counted">What was found, in words; {0} is how many.</param>
/// <param name="Confidence">How sure it is that something travels with the file that should not.</param>
public sealed record HiddenRule(ObservationKind Kind, RuleFacts Facts, string Counted, Confidence Confidence = Confidence.High)
{
    /// <summary>How bad one case is, where that depends on what was found; null for the usual.</summary>
    public Func<HiddenMatter, Severity>? Weigh { get; init; }

    /// <summary>True where all of a file is one matter, wherever in it each piece stands.</summary>
    public bool IsOfWholeFile { get; init; }

    /// <summary>True where the words of the reader name a person, a machine or a place: they stay masked until opened.</summary>
    public bool Names { get; init; }
}

/// <summary>What is known of one case when the file has been read.</summary>
/// <param name="Count">How many: rows, fields, comments.</param>
/// <param name="DataRows">Rows with figures in tables that nobody sees, at its place.</param>
/// <param name="HasFigures">True when hidden text at its place has figures.</param>
public sealed record HiddenMatter(int Count, int DataRows, bool HasFigures);
