using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Disclosure.Core.Bureau;

namespace Disclosure.Core.Ledgers;

/// <summary>One unit's figures of a month.</summary>
/// <param name="UnitId">Key of the unit; 0 for a sum.</param>
/// <param name="Counts">What is not 0, by column.</param>
/// <param name="WorkDays">Working days of all timed reviews together.</param>
/// <param name="Longest">Working days of the longest.</param>
public sealed record LedgerLine(
    int UnitId,
    string Code,
    string Name,
    bool County,
    IReadOnlyDictionary<LedgerColumn, int> Counts,
    int WorkDays,
    int Longest
)
{
    /// <summary>Mean of working days used for a review, one decimal; null without any.</summary>
    [JsonIgnore]
    public double? Mean =>
        this[LedgerColumn.Timed] is > 0 and var timed ? Math.Round((double)WorkDays / timed, 1, MidpointRounding.AwayFromZero) : null;

    /// <summary>The figure of a column.</summary>
    public int this[LedgerColumn column] => Counts.GetValueOrDefault(column);

    /// <summary>The line of one unit.</summary>
    public static LedgerLine Of(Unit unit, IEnumerable<LedgerFact> facts)
    {
        var mine = facts.ToList();
        return new LedgerLine(
            unit.Id,
            unit.Code,
            unit.Name,
            unit.Kind == UnitKind.County,
            mine.GroupBy(f => f.Column).OrderBy(g => g.Key).ToDictionary(g => g.Key, g => g.Count()),
            mine.Sum(f => f.Days),
            mine.Select(f => f.Days).DefaultIfEmpty().Max()
        );
    }

    /// <summary>The sum of lines; every item belongs to one unit, so that items may be added as well.</summary>
    public static LedgerLine Sum(string name, bool county, IEnumerable<LedgerLine> lines)
    {
        var all = lines.ToList();
        return new LedgerLine(
            0,
            "",
            name,
            county,
            all.SelectMany(l => l.Counts).GroupBy(c => c.Key).OrderBy(g => g.Key).ToDictionary(g => g.Key, g => g.Sum(c => c.Value)),
            all.Sum(l => l.WorkDays),
            all.Select(l => l.Longest).DefaultIfEmpty().Max()
        );
    }
}

/// <summary>A month's secrecy-review ledger: a line for every unit, those with nothing included (零报告).</summary>
public sealed record MonthLedger(LedgerMonth Month, IReadOnlyList<LedgerLine> Lines)
{
    private static readonly JsonSerializerOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Lines of the city bureau's units.</summary>
    [JsonIgnore]
    public IEnumerable<LedgerLine> City => Lines.Where(l => !l.County);

    /// <summary>Lines of the counties.</summary>
    [JsonIgnore]
    public IEnumerable<LedgerLine> Counties => Lines.Where(l => l.County);

    /// <summary>The sum of all lines.</summary>
    [JsonIgnore]
    public LedgerLine Total => LedgerLine.Sum("合计", false, Lines);

    /// <summary>True for a month without any review, which is reported all the same.</summary>
    [JsonIgnore]
    public bool Nil => Total[LedgerColumn.Items] == 0;

    /// <summary>The ledger from what was counted.</summary>
    /// <param name="units">Units in the order of the bureau.</param>
    public static MonthLedger Of(LedgerMonth month, IEnumerable<Unit> units, IEnumerable<LedgerFact> facts)
    {
        var byUnit = facts.ToLookup(f => f.UnitId);
        // A unit closed since has its line where something happened in it.
        return new MonthLedger(month, [.. units.Where(u => u.Active || byUnit.Contains(u.Id)).Select(u => LedgerLine.Of(u, byUnit[u.Id]))]);
    }

    /// <summary>Only the lines of these units; all of them for null.</summary>
    public MonthLedger For(IReadOnlyCollection<int>? units) =>
        units is null ? this : this with { Lines = [.. Lines.Where(l => units.Contains(l.UnitId))] };

    /// <summary>The figures as one text; equal figures give equal text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Canonical);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static MonthLedger FromJson(string json) => JsonSerializer.Deserialize<MonthLedger>(json, Canonical)!;

    /// <summary>SHA-256 of the figures as text, 64 lower-case hex digits.</summary>
    public static string HashOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));

    /// <summary>Where these figures and later ones differ, line by line.</summary>
    public IReadOnlyList<LedgerDifference> DifferencesTo(MonthLedger later)
    {
        var nothing = new Dictionary<LedgerColumn, int>();
        return
        [
            .. from code in Lines.Concat(later.Lines).Select(l => l.Code).Distinct()
            let before = Lines.FirstOrDefault(l => l.Code == code)
            let now = later.Lines.FirstOrDefault(l => l.Code == code)
            let name = (before ?? now)!.Name
            from difference in LedgerColumns
                .All.Select(h => new LedgerDifference(
                    name,
                    h.Name,
                    (before?.Counts ?? nothing).GetValueOrDefault(h.Column),
                    (now?.Counts ?? nothing).GetValueOrDefault(h.Column)
                ))
                .Append(new LedgerDifference(name, "审查用时合计（工作日）", before?.WorkDays ?? 0, now?.WorkDays ?? 0))
            where difference.Frozen != difference.Now
            select difference,
        ];
    }
}

/// <summary>A figure that is no longer what was confirmed.</summary>
public sealed record LedgerDifference(string Unit, string Column, int Frozen, int Now);
