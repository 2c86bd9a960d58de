using System.Globalization;
using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Examiner.Hidden;

/// <summary>Makes findings of the ways in which a file holds more than it shows: one for each kind and place, with how many.</summary>
public sealed class HiddenInspector : Inspector
{
    /// <summary>Where one kind is found in more places of a file than this, it is one finding that names the first.</summary>
    public const int MostPlaces = 10;

    private const int MostDetails = 6;
    private const int MostExcerpt = 160;

    private readonly List<Case> cases = [];
    private readonly Dictionary<(ObservationKind Kind, string Where), Case> byPlace = [];
    private readonly Dictionary<string, int> dataRows = [];
    private readonly HashSet<string> figures = [];
    private string? hiddenTable;
    private string? table;

    /// <inheritdoc/>
    public override void Passage(Passage passage)
    {
        if (passage.HiddenBy is not null && HasFigure(passage.Text))
        {
            figures.Add(Part(passage.Place));
        }
        if (
            passage.Kind is PassageKind.Property or PassageKind.Behind or PassageKind.Formula
            && HiddenOrigins.PathIn(passage.Text) is { } path
        )
        {
            Observe(
                new Observation(ObservationKind.Origin, passage.Place, $"{(passage.Label.Length > 0 ? passage.Label : "路径")}：{path}")
            );
        }
    }

    /// <inheritdoc/>
    public override void BeginTable(TableSource table) =>
        (this.table, hiddenTable) = (Part(table.Place), table.HiddenBy is null ? null : Part(table.Place));

    /// <inheritdoc/>
    public override void Row(CellRow row)
    {
        if (hiddenTable is not null && row.Cells.Any(c => c.Number is not null || HasFigure(c.Text)))
        {
            dataRows[hiddenTable] = dataRows.GetValueOrDefault(hiddenTable) + 1;
            figures.Add(hiddenTable);
        }
        else if (table is not null && row.Cells.Any(c => c.HiddenBy is not null && (c.Number is not null || HasFigure(c.Text))))
        {
            figures.Add(table);
        }
    }

    /// <inheritdoc/>
    public override void EndTable(TableEnd end) => (table, hiddenTable) = (null, null);

    /// <inheritdoc/>
    public override void Observe(Observation observation)
    {
        var rule = HiddenRules.ByKind[observation.Kind];
        var where = rule.IsOfWholeFile ? string.Join('\u001F', observation.Place.Inside) : Part(observation.Place);
        if (!byPlace.TryGetValue((observation.Kind, where), out var found))
        {
            byPlace[(observation.Kind, where)] = found = new Case(rule, observation.Place);
            cases.Add(found);
        }
        found.Add(observation);
    }

    /// <inheritdoc/>
    public override void Finish(CancellationToken ct)
    {
        foreach (var alike in cases.GroupBy(c => (c.Rule.Kind, Inside: string.Join('\u001F', c.Place.Inside))))
        {
            if (alike.Count() <= MostPlaces)
            {
                foreach (var one in alike)
                {
                    Keep(Found(one, [one]));
                }
            }
            else
            {
                Keep(Found(alike.First(), [.. alike]));
            }
        }
        cases.Clear();
        byPlace.Clear();
    }

    private Finding Found(Case first, IReadOnlyList<Case> all)
    {
        var (rule, count) = (first.Rule, all.Sum(c => c.Count));
        var rows = all.Select(c => Part(c.Place)).Distinct().Sum(p => dataRows.GetValueOrDefault(p));
        var matter = new HiddenMatter(count, rows, all.Any(c => figures.Contains(Part(c.Place))));
        var details = all.Count == 1 ? first.Details : [.. all.Take(MostDetails).Select(c => $"{c.Place.Part}：{c.Details[0]}")];
        var (excerpt, sensitive) = Excerpt(details, rule.Names);
        var counted =
            string.Format(CultureInfo.InvariantCulture, rule.Counted, count)
            + (all.Count > 1 ? $"，分布在 {all.Count} 处" : "")
            + (rows > 0 && rule.Weigh is not null ? $"，其中有数据的 {rows} 行" : "");
        var found = rule.Facts.Found(first.Place, excerpt, rule.Confidence, $"{counted}：{rule.Facts.Why}", sensitive);
        return rule.Weigh is { } weigh ? found with { Severity = weigh(matter) } : found;
    }

    /// <summary>The words of the reader; where they name somebody or something, all behind the label is sensitive.</summary>
    private static (string Excerpt, IReadOnlyList<TextSpan> Sensitive) Excerpt(IReadOnlyList<string> details, bool names)
    {
        var (text, sensitive) = ("", new List<TextSpan>());
        foreach (var detail in details)
        {
            var words = detail.Length > MostExcerpt / 2 ? detail[..(MostExcerpt / 2)] + "…" : detail;
            if (text.Length + words.Length > MostExcerpt)
            {
                return (text + "…", sensitive);
            }
            text += text.Length > 0 ? "；" : "";
            var label = words.IndexOf('：', StringComparison.Ordinal) + 1;
            if (names && label < words.Length)
            {
                sensitive.Add(new TextSpan(text.Length + label, words.Length - label));
            }
            text += words;
        }
        return (text, sensitive);
    }

    private static string Part(Place place) => string.Join('\u001F', [.. place.Inside, place.Part]);

    private static bool HasFigure(string text) => text.AsSpan().ContainsAnyInRange('0', '9');

    /// <summary>One kind at one place.</summary>
    private sealed class Case(HiddenRule rule, Place place)
    {
        public HiddenRule Rule => rule;

        public Place Place => place;

        public List<string> Details { get; } = [];

        public int Count { get; private set; }

        public void Add(Observation observation)
        {
            var isNew = !Details.Exists(d => d == observation.Detail || Named(d) == Named(observation.Detail));
            // A path that a reader and this inspector both noticed, or a name in two properties, is one.
            Count += isNew || !rule.Names ? Math.Max(1, observation.Count) : 0;
            if (isNew && Details.Count < MostDetails)
            {
                Details.Add(observation.Detail);
            }
        }

        private static string Named(string detail) => detail[(detail.LastIndexOf('：') + 1)..];
    }
}
