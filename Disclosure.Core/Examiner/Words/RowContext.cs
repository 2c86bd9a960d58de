using Disclosure.Core.Examiner.Reading;

namespace Disclosure.Core.Examiner.Words;

/// <summary>What stands around a cell: the heads of its column and the labels left of it.</summary>
internal sealed class RowContext
{
    private const int HeadRows = 5;
    private const int LongestHead = 20;
    private const int MostColumns = 200;
    private static readonly string[] NameHeads = ["姓名", "户主", "户主姓名", "联系人", "法定代表人", "法人代表", "被访者", "被访者姓名", "受访人", "负责人姓名", "调查对象姓名", "成员姓名"];
    private static readonly string[] NoNames = ["合计", "总计", "小计", "姓名", "户主", "其他", "本人", "配偶", "子女", "备注", "无", "男", "女", "单位", "性别", "签字", "签名"];

    private readonly Dictionary<int, string> heads = [];
    private readonly Dictionary<int, int> nameSince = [];
    private CellRow? current;
    private int rows;

    /// <summary>A table begins.</summary>
    public void Begin()
    {
        heads.Clear();
        nameSince.Clear();
        rows = 0;
    }

    /// <summary>The row at hand; valid until the next.</summary>
    public void Next(CellRow row)
    {
        current = row;
        if (++rows > HeadRows)
        {
            return;
        }
        foreach (var cell in row.Cells)
        {
            if (cell.Column <= MostColumns && cell.Number is null && cell.Text.Length <= LongestHead)
            {
                var text = cell.Text.Replace(" ", "", StringComparison.Ordinal).Replace("\u3000", "", StringComparison.Ordinal);
                heads[cell.Column] = heads.TryGetValue(cell.Column, out var above) ? $"{above} {text}" : text;
                if (NameHeads.Contains(text))
                {
                    nameSince[cell.Column] = rows;
                }
            }
        }
    }

    /// <summary>Heads and labels in one string.</summary>
    public string Around(int column)
    {
        var around = heads.GetValueOrDefault(column, "");
        foreach (var cell in current!.Cells)
        {
            if (cell.Column >= column)
            {
                break;
            }
            // Only what stands right before it: further left stands another matter.
            if (cell.Column >= column - 2 && cell.Number is null && cell.Text.Length <= LongestHead)
            {
                around = $"{around} {cell.Text}";
            }
        }
        return around;
    }

    /// <summary>True for a name in a column of names: two to four Chinese letters, or more with a dot, none of them masked.</summary>
    public bool IsName(Cell cell)
    {
        if (!nameSince.TryGetValue(cell.Column, out var since) || rows <= since || cell.Number is not null)
        {
            return false;
        }
        var name = cell.Text.Replace(" ", "", StringComparison.Ordinal).Replace("\u3000", "", StringComparison.Ordinal);
        return name.Length is >= 2 and <= 12 && (name.Length <= 5 || name.Contains('·', StringComparison.Ordinal))
            && !name.AsSpan().ContainsAnyExcept(Letters) && !name.Contains('某', StringComparison.Ordinal) && !NoNames.Contains(name);
    }

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create([.. Enumerable.Range(0x4E00, 0x9FFF - 0x4E00 + 1).Select(c => (char)c), '·']);
}
