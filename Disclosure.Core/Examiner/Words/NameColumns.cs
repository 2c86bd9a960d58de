using System.Buffers;

namespace Disclosure.Core.Examiner.Words;

/// <summary>P-13: names of persons, in a column or behind a label.</summary>
internal sealed class NameColumns
{
    /// <summary>Headings and labels of names.</summary>
    public static readonly string[] Headings =
    [
        "姓名",
        "户主",
        "联系人",
        "法定代表人",
        "法人代表",
        "被访者",
        "受访者",
        "被调查者",
        "被调查人",
        "被访人",
        "受访人",
        "经营者",
    ];

    private const string Surnames =
        "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾"
        + "丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤"
        + "尹黎易常武乔贺赖龚文欧";
    private static readonly SearchValues<string> NotNames = SearchValues.Create(
        [
            "某",
            "合计",
            "小计",
            "总计",
            "其他",
            "其它",
            "不详",
            "单位",
            "名称",
            "电话",
            "性别",
            "民族",
            "职务",
            "手机",
            "身份",
            "地址",
            "签字",
            "签名",
            "盖章",
            "填写",
            "同上",
            "负责",
            "姓名",
            "部门",
            "职责",
            "信息",
            "情况",
            "资格",
            "死亡",
            "年龄",
            "变更",
            "登记",
            "应当",
            "应该",
            "必须",
            "邮箱",
            "传真",
            "日期",
            "保密",
            "隐去",
            "空白",
            "匿名",
            "详见",
            "附件",
            "附表",
            "见表",
            "人数",
            "户数",
            "办公",
            "综合",
        ],
        StringComparison.Ordinal
    );

    private const string NotEnds = "族县市区乡镇村局科处室办部站队组厂司人数率户号式额量会院校所心";
    private int from;
    private int first;
    private int last;
    private int count;
    private string heading = "";
    private ExaminedText? example;

    /// <summary>Takes the next text cell of the column.</summary>
    public void Take(ExaminedText text, int row)
    {
        if (IsHeading(text.Text))
        {
            (from, heading) = (row, text.Text.Trim());
        }
        else if (from > 0 && IsName(text.Text))
        {
            (first, last, example) = (count == 0 ? row : first, row, example ?? text);
            count++;
        }
        else if (
            from > 0
            && text.Text.Length is > 1 and <= 8
            && (text.Text.EndsWith("电话", StringComparison.Ordinal) || text.Text.EndsWith("名称", StringComparison.Ordinal))
        )
        {
            from = 0;
        }
    }

    /// <summary>One finding for the whole column.</summary>
    public void Settle(Notes notes)
    {
        if (count == 0 || example is not { Cell: { } cell })
        {
            return;
        }
        var name = Files.Reading.Cell.ColumnName(cell.Cell.Column);
        var place = example.Place with { Cell = first == last ? $"{name}{first}" : $"{name}{first}:{name}{last}" };
        notes.Add(
            WordRules.Name,
            example.Words,
            new(0, example.Text.Length),
            place,
            Confidence.High,
            $"“{heading}”栏下有 {count} 个人名{example.Hiding}。"
        );
        count = 0;
    }

    /// <summary>姓名：张三 in a line, and a name in the cell right of its label.</summary>
    public static void Label(ExaminedText text, int at, int length, Notes notes)
    {
        var words = text.Text;
        var start = at + length;
        while (start < words.Length && words[start] is ':' or '：' or ' ')
        {
            start++;
        }
        if (start == at + length || !words.AsSpan(at + length, start - at - length).ContainsAny(':', '：'))
        {
            return;
        }
        var end = NameEnd(text.Words, start);
        if (end - start is >= 2 and <= 12 && IsName(words[start..end]))
        {
            notes.Add(WordRules.Name, text, new(start, end - start), Confidence.Medium, "姓名类标签后的人名");
        }
    }

    /// <summary>The cell right of a label.</summary>
    public static void Beside(ExaminedText text, Notes notes)
    {
        if (text.Cell is { Label.Length: > 0 } cell && IsHeading(cell.Label) && IsName(text.Text))
        {
            notes.Add(WordRules.Name, text, new(0, text.Text.Length), Confidence.Medium, "姓名类标签旁的人名");
        }
    }

    /// <summary>True for 姓名, 户主姓名, *姓名：, and not for 联系人电话 or 户主年龄.</summary>
    public static bool IsHeading(string text)
    {
        if (text.Length > 12)
        {
            return false;
        }
        var plain = text.AsSpan().Trim(" *:：0123456789.、");
        var bracket = plain.IndexOfAny('(', '（');
        plain = bracket > 0 ? plain[..bracket] : plain;
        foreach (var heading in Headings)
        {
            if (plain.SequenceEqual(heading) || (heading == "姓名" && plain.EndsWith(heading)))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsName(string text)
    {
        if (text.Length is < 2 or > 12 || text.AsSpan().ContainsAny(NotNames) || !text.All(c => Normalised.IsHan(c) || c == '·'))
        {
            return false;
        }
        var known = text.Length <= 3 && Surnames.Contains(text[0], StringComparison.Ordinal);
        return known
            || (
                text.Length <= (text.Contains('·', StringComparison.Ordinal) ? 12 : 6)
                && !NotEnds.Contains(text[^1], StringComparison.Ordinal)
            );
    }

    // Up to what is no Han character in the original, where spaces still stand, or to a word that is no name.
    private static int NameEnd(Normalised words, int start)
    {
        var end = start;
        while (
            end < words.Text.Length
            && end - start < 12
            && (Normalised.IsHan(words.Text[end]) || words.Text[end] == '·')
            && (end == start || words.Back(end, 1).Start == words.Back(end - 1, 1).Start + 1)
        )
        {
            end++;
        }
        var other = words.Text.AsSpan(start, end - start).IndexOfAny(Following);
        return other >= 2 ? start + other : end;
    }

    private static readonly SearchValues<string> Following = SearchValues.Create(
        ["电话", "手机", "联系", "身份", "性别", "地址", "住址"],
        StringComparison.Ordinal
    );
}
