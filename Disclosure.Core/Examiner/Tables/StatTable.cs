using System.Text.Json.Serialization;
using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Examiner.Tables;

/// <summary>What a row or column is to the others.</summary>
public enum LineRole
{
    /// <summary>An ordinary one.</summary>
    Part,

    /// <summary>合计, 总计, 全市.</summary>
    Total,

    /// <summary>小计.</summary>
    Subtotal,

    /// <summary>其中: a part of the one above, beside others that are not shown.</summary>
    OfWhich,
}

/// <summary>What figures measure.</summary>
public enum Measure
{
    /// <summary>An amount that adds up.</summary>
    Value,

    /// <summary>How many enterprises or units it is about.</summary>
    Enterprises,

    /// <summary>How many persons or households it is about.</summary>
    Persons,

    /// <summary>Percent of a total.</summary>
    Share,

    /// <summary>Change against another time.</summary>
    Growth,

    /// <summary>An average.</summary>
    Mean,

    /// <summary>The largest single contributor.</summary>
    Largest,

    /// <summary>Numbers that measure nothing: index, year, code, rank.</summary>
    None,
}

/// <summary>What a cell holds.</summary>
public enum CellState
{
    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>A figure.</summary>
    Number,

    /// <summary>A mark of suppression such as *.</summary>
    Hidden,

    /// <summary>A dash: none, or suppressed.</summary>
    Dash,

    /// <summary>Words.</summary>
    Text,
}

/// <summary>A cell.</summary>
/// <param name="State">What it holds.</param>
/// <param name="Value">The figure.</param>
/// <param name="Decimals">Digits after the point that are shown.</param>
public readonly record struct StatCell(CellState State, decimal Value = 0, int Decimals = 0)
{
    /// <summary>Half a unit of the last place that is shown: how far the figure may be from the true one.</summary>
    [JsonIgnore]
    public decimal Half => 0.5m / Power(Decimals);

    private static decimal Power(int digits)
    {
        var power = 1m;
        for (var i = 0; i < digits; i++)
        {
            power *= 10;
        }
        return power;
    }
}

/// <summary>A row or a column of a recognised table.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Label">Its words as printed, without blanks in front.</param>
/// <param name="Level">Depth in the hierarchy, from 0.</param>
/// <param name="Role">What it is to the others.</param>
/// <param name="Measure">What its figures measure, as its words say; Value where they say nothing.</param>
/// <param name="Unit">Unit in its words, or empty.</param>
public sealed record StatLine(int Number, string Label, int Level, LineRole Role, Measure Measure, string Unit);

/// <summary>A recognised table: lines with labels, and a cell where they meet.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Title">Words above it.</param>
/// <param name="Unit">Unit of the whole, or empty.</param>
/// <param name="IsSheet">True when cells have addresses.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Columns">Columns.</param>
/// <param name="Cells">Cells, row by row.</param>
public sealed record StatTable(
    Place Place,
    string Title,
    string Unit,
    bool IsSheet,
    IReadOnlyList<StatLine> Rows,
    IReadOnlyList<StatLine> Columns,
    IReadOnlyList<StatCell[]> Cells
)
{
    /// <summary>True when rows of the file are columns here.</summary>
    public bool IsTurned { get; init; }

    /// <summary>The cell of a row and a column, both from 0.</summary>
    public StatCell this[int row, int column] => Cells[row][column];

    /// <summary>The place of a cell.</summary>
    public Place At(int row, int column)
    {
        var (line, across) = IsTurned ? (Columns[column].Number, Rows[row].Number) : (Rows[row].Number, Columns[column].Number);
        return Place with
        {
            Line = IsSheet ? line : (Place.Line ?? 1) + line - 1,
            Cell = IsSheet ? new Files.Reading.Cell(across, "").Address(line) : null,
        };
    }

    /// <summary>The same table with rows and columns exchanged.</summary>
    public StatTable Turned() =>
        this with
        {
            IsTurned = !IsTurned,
            Rows = Columns,
            Columns = Rows,
            Cells = [.. Enumerable.Range(0, Columns.Count).Select(c => Enumerable.Range(0, Rows.Count).Select(r => this[r, c]).ToArray())],
        };

    /// <summary>What the figures of a cell measure: what the column says, or what the row says where the column says nothing.</summary>
    public Measure MeasureAt(int row, int column) => Columns[column].Measure is Measure.Value ? Rows[row].Measure : Columns[column].Measure;
}
