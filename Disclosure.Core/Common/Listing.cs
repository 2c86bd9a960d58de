using System.Globalization;

namespace Disclosure.Core.Common;

/// <summary>What stands in a column of a list.</summary>
public enum ListKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A <see cref="DateOnly"/>.</summary>
    Day,

    /// <summary>A UTC <see cref="DateTime"/>, shown in the bureau's time to the minute.</summary>
    Moment,
}

/// <summary>A column of a list.</summary>
/// <param name="Name">Its head.</param>
/// <param name="Width">Width in characters, of which a Chinese one takes two.</param>
public sealed record ListColumn(string Name, double Width, ListKind Kind = ListKind.Text);

/// <summary>A column and what stands in it for one record.</summary>
/// <param name="Cell">Text, number, day or moment, or null for an empty cell.</param>
public sealed record ListField<T>(string Name, double Width, Func<T, object?> Cell, ListKind Kind = ListKind.Text);

/// <summary>
/// A list as it is handed out: what its workbook, its printed sheet and its table for machines are made from (decision 0029).
/// </summary>
/// <param name="Title">Over the list, and the file's name.</param>
/// <param name="Rows">Cells in the order of the columns.</param>
public sealed record Listing(string Title, IReadOnlyList<ListColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>Rows of a workbook or a table, at most.</summary>
    public const int MostRows = 20_000;

    /// <summary>Rows on paper, at most: about a hundred sheets.</summary>
    public const int MostPrinted = 2000;

    // Wider than this a list is printed across.
    private const double WidestUpright = 92;

    /// <summary>What narrows it, in one line; empty for all.</summary>
    public string Scope { get; init; } = "";

    /// <summary>Sentences below the rows.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>How many there are, when the rows are not all of them.</summary>
    public int? Total { get; init; }

    /// <summary>Name of the bureau.</summary>
    public string Bureau { get; init; } = "";

    /// <summary>Who made it, with the unit.</summary>
    public string MadeBy { get; init; } = "";

    /// <summary>The bureau's day on which it was made.</summary>
    public DateOnly MadeOn { get; init; }

    /// <summary>True where it is printed across the sheet.</summary>
    public bool Across => Columns.Sum(c => c.Width) > WidestUpright;

    /// <summary>Name of its files without extension: title and day.</summary>
    public string FileName => $"{Title}{MadeOn.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";

    /// <summary>A list of records.</summary>
    public static Listing Of<T>(string title, IReadOnlyList<ListField<T>> fields, IEnumerable<T> rows) =>
        new(
            title,
            [.. fields.Select(f => new ListColumn(f.Name, f.Width, f.Kind))],
            [.. rows.Select(r => (IReadOnlyList<object?>)[.. fields.Select(f => f.Cell(r))])]
        );

    /// <summary>Its first rows; where some are left out, a note says so.</summary>
    public Listing Cut(int most)
    {
        var (shown, total) = (Math.Min(most, Rows.Count), Total ?? Rows.Count);
        return shown == total
            ? this
            : this with
            {
                Rows = [.. Rows.Take(shown)],
                Notes = [.. Notes, $"共 {total} 条，本文件只列前 {shown} 条；需要其余各条的，请缩小查找范围后再导出。"],
            };
    }

    /// <summary>What stands below the title: the bureau, who made it, the day.</summary>
    public string Made => string.Join('　', new[] { Bureau, MadeBy.Length > 0 ? $"制表人：{MadeBy}" : "" }.Where(t => t.Length > 0));

    /// <summary>「制表日期：2026-11-30」.</summary>
    public string MadeDay => $"制表日期：{Shown(MadeOn)}";

    /// <summary>A cell as it is read.</summary>
    public static string Shown(object? cell) =>
        cell switch
        {
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime utc => BureauTime.Show(utc),
            _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
        };

    /// <summary>A cell as it is read in a line of its own, such as what a search was narrowed to; empty for no words.</summary>
    public static string Searched(string? text) => text?.Trim() is { Length: > 0 } words ? $"查找：“{words}”" : "";
}
