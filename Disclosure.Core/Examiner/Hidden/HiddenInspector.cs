using Disclosure.Core.Examiner.Reading;

namespace Disclosure.Core.Examiner.Hidden;

/// <summary>Makes a finding of each way in which a file holds more than it shows: one for each kind and place, with how many.</summary>
public sealed class HiddenInspector : Inspector
{
    private readonly Dictionary<(ObservationKind Kind, string Place), (Place Place, List<string> Details, int Count)> seen = [];

    /// <inheritdoc/>
    public override void Observe(Observation observation)
    {
        // Properties of one file are one matter, wherever in its list they stand.
        var place = observation.Kind is ObservationKind.Author or ObservationKind.Origin or ObservationKind.PictureOrigin ? observation.Place with { Key = "" } : observation.Place;
        var key = (observation.Kind, $"{place}/{place.Key}");
        var (first, details, count) = seen.TryGetValue(key, out var there) ? there : (place, [], 0);
        if (details.Count < 5 && !details.Contains(observation.Detail))
        {
            details.Add(observation.Detail);
        }
        seen[key] = (first, details, count + observation.Count);
    }

    /// <inheritdoc/>
    public override void Finish(CancellationToken ct)
    {
        foreach (var ((kind, _), (place, details, count)) in seen)
        {
            var rule = HiddenRules.ByKind[kind];
            var finding = rule.Found(place, string.Join("；", details), ConfidenceOf(kind), $"{rule.Name}：{Words(kind, details, count)}。");
            // A sheet whose rows of data can be counted is worth more than the setting of a printer.
            Keep(kind is ObservationKind.PivotCache && count <= 1 ? finding with { Severity = Severity.B } : finding);
        }
        seen.Clear();
    }

    // Names and paths stand in the excerpt; the sentence says only how many.
    private static string Words(ObservationKind kind, List<string> details, int count) => kind switch
    {
        ObservationKind.Author or ObservationKind.Origin or ObservationKind.PictureOrigin or ObservationKind.EmbeddedFile => $"{count} 处",
        _ => string.Join("；", details),
    };

    private static Confidence ConfidenceOf(ObservationKind kind) => kind switch
    {
        ObservationKind.ChartCache or ObservationKind.OrphanStrings => Confidence.Low,
        ObservationKind.DefinedName or ObservationKind.Script or ObservationKind.EarlierStates => Confidence.Medium,
        _ => Confidence.High,
    };
}
