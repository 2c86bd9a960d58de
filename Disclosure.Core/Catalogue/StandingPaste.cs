using System.Text;
using Disclosure.Core.Common;

namespace Disclosure.Core.Catalogue;

/// <summary>Reads rows copied from a spreadsheet: cells parted by tabs, quoted where they hold line ends.</summary>
public static class StandingPaste
{
    /// <summary>Columns in their order.</summary>
    public static readonly IReadOnlyList<string> Head =
    [
        "事项（一级）",
        "事项（二级）",
        "公开内容",
        "公开依据",
        "公开时限",
        "公开主体",
        "公开渠道",
        "公开对象",
        "公开方式",
        "公开层级",
    ];

    private const int Least = 6;

    /// <summary>The rows, or the line that cannot be read. A heading left empty (merged cells) is the one above.</summary>
    /// <param name="sections">Sections by key with all their names.</param>
    public static Outcome<IReadOnlyList<StandingRow>> Read(string text, IReadOnlyList<(int Id, string Name, string Short)> sections)
    {
        var rows = new List<StandingRow>();
        var group = "";
        foreach (var (at, cells) in Lines(text).Index())
        {
            if (cells.All(string.IsNullOrWhiteSpace) || (at == 0 && cells[0].Contains("事项", StringComparison.Ordinal)))
            {
                continue;
            }
            if (cells.Count < Least)
            {
                return new PastedLineWrong(at + 1, $"只有 {cells.Count} 列，至少需要 {Least} 列（{string.Join("、", Head.Take(Least))}）");
            }
            group = cells[0].Trim() is { Length: > 0 } named ? named : group;
            var body = cells[5].Trim();
            if (sections.FirstOrDefault(s => s.Name == body || s.Short == body) is not { Id: > 0 } section)
            {
                return new PastedLineWrong(at + 1, $"没有名为“{body}”的科室（中心）");
            }
            string Cell(int i, string otherwise) => i < cells.Count && cells[i].Trim() is { Length: > 0 } c ? c : otherwise;
            var blank = StandingRow.Blank;
            rows.Add(
                new StandingRow(
                    0,
                    group,
                    cells[1].Trim(),
                    cells[2].Trim(),
                    cells[3].Trim(),
                    cells[4].Trim(),
                    StandingLimit.Guess(cells[4]),
                    section.Id,
                    section.Name,
                    Cell(6, blank.Channels),
                    Cell(7, blank.Audience),
                    Cell(8, blank.Way),
                    Cell(9, blank.Level)
                )
            );
            if (StandingRules.Check(rows[^1]) is { } wrong)
            {
                return new PastedLineWrong(at + 1, wrong.Text.TrimEnd('。'));
            }
        }
        return rows.Count > 0 ? rows : new NoRowsPasted();
    }

    private static List<List<string>> Lines(string text)
    {
        var lines = new List<List<string>> { new() };
        var (cell, quoted) = (new StringBuilder(), false);
        void EndCell()
        {
            lines[^1].Add(cell.ToString());
            cell.Clear();
        }
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append(text[i++]);
            }
            else if (c == '"' && (quoted || cell.Length == 0))
            {
                quoted = !quoted;
            }
            else if (!quoted && c == '\t')
            {
                EndCell();
            }
            else if (!quoted && c == '\n')
            {
                EndCell();
                lines.Add([]);
            }
            else if (c != '\r')
            {
                cell.Append(c);
            }
        }
        EndCell();
        return lines;
    }
}
