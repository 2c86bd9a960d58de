using System.Buffers;

namespace Disclosure.Core.Examiner.Words;

/// <summary>P-11 and P-12: mail addresses and street addresses down to the number.</summary>
internal static class Addresses
{
    private const string Streets = "路街巷弄道里村";
    private const string NoStreet = "公铁线电管思网渠轨航水套出销筹隧通跑频赛道";
    private const string NotHouses = "标线桥隧机井矿文件令公风站炉泵闸馆厂码坑洞楼层";
    private static readonly SearchValues<char> Numerals = SearchValues.Create("0123456789一二三四五六七八九十");
    private static readonly SearchValues<string> Offices = SearchValues.Create(
        [
            "统计局",
            "调查队",
            "政府",
            "办公地址",
            "编辑部",
            "出版社",
            "单位地址",
            "办公楼",
            "委员会",
            "行政中心",
            "政务",
            "服务中心",
            "书店",
            "纪念馆",
        ],
        StringComparison.Ordinal
    );
    private static readonly SearchValues<string> Homes = SearchValues.Create(
        ["住址", "户籍", "家住", "家庭", "住在", "居住", "通讯地址", "通信地址", "收件", "住所"],
        StringComparison.Ordinal
    );

    /// <summary>A mail address around its sign.</summary>
    public static void Mail(ExaminedText text, int sign, Notes notes)
    {
        var words = text.Text;
        var (from, to) = (sign, sign + 1);
        while (from > 0 && IsMail(words[from - 1]))
        {
            from--;
        }
        while (to < words.Length && IsMail(words[to]))
        {
            to++;
        }
        while (to > sign + 1 && !char.IsAsciiLetterOrDigit(words[to - 1]))
        {
            to--;
        }
        var domain = words.AsSpan(sign + 1, to - sign - 1);
        var end = domain.LastIndexOf('.');
        if (
            sign - from < 2
            || end < 1
            || domain.Length - end < 3
            || domain[(end + 1)..].ContainsAnyInRange('0', '9')
            || IsAllowed(domain, notes.Settings)
        )
        {
            return;
        }
        notes.Add(WordRules.Mail, text, new(from, to - from), Confidence.High, "不在许可范围内的电子邮箱地址");
    }

    /// <summary>A number with 号 behind it: 昌都路12号, 达若村3组12号.</summary>
    public static void House(ExaminedText text, int at, Notes notes)
    {
        var words = text.Text;
        var start = Digits(words, at);
        if (
            start == at
            || start < 2
            || (
                at + 1 < words.Length
                && NotHouses.Contains(words[at + 1], StringComparison.Ordinal)
                && !words.AsSpan(at + 1).StartsWith("楼")
            )
        )
        {
            return;
        }
        var street = words[start - 1];
        if (street is '组' or '队' or '社')
        {
            start = Digits(words, start - 1);
            var village = Context.Before(words, start, 12);
            if (start == at || village.LastIndexOfAny('村', '镇', '乡') < 0)
            {
                return;
            }
        }
        else if (
            !Streets.Contains(street, StringComparison.Ordinal)
            || start < 3
            || !Normalised.IsHan(words[start - 2])
            || NoStreet.Contains(words[start - 2], StringComparison.Ordinal)
        )
        {
            return;
        }
        Found(text, start, at + 1, notes);
    }

    /// <summary>True within the address of a page, where long numbers are names of files.</summary>
    public static bool InLink(string words, int start)
    {
        var from = start;
        while (from > 0 && start - from < 200 && words[from - 1] is > ' ' and < '\u007F')
        {
            from--;
        }
        var before = words.AsSpan(from, start - from);
        return before.Contains("://", StringComparison.Ordinal) || before.Contains("www.", StringComparison.OrdinalIgnoreCase);
    }

    private static void Found(ExaminedText text, int number, int end, Notes notes)
    {
        var words = text.Text;
        var from = number;
        while (from > 0 && number - from < 18 && (Normalised.IsHan(words[from - 1]) || char.IsAsciiLetterOrDigit(words[from - 1])))
        {
            from--;
        }
        if (Context.Before(words, end, 40).ContainsAny(Offices) || Context.After(words, end, 12).ContainsAny(Offices))
        {
            return;
        }
        var home = Context.Before(words, number, 30).ContainsAny(Homes) || Context.After(words, end, 8).IndexOfAny("室户栋") >= 0;
        notes.Add(
            WordRules.Address,
            text,
            new(from, end - from),
            home ? Confidence.High : Confidence.Medium,
            home ? "写到门牌号的住址" : "写到门牌号的地址"
        );
    }

    private static int Digits(string words, int end)
    {
        var start = end;
        while (
            start > 0
            && end - start < 6
            && (
                char.IsAsciiDigit(words[start - 1])
                || words[start - 1] is ' ' or '-' or '附'
                || "一二三四五六七八九十".Contains(words[start - 1], StringComparison.Ordinal)
            )
        )
        {
            start--;
        }
        return words.AsSpan(start, end - start).ContainsAny(Numerals) ? start : end;
    }

    private static bool IsMail(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '+';

    private static bool IsAllowed(ReadOnlySpan<char> domain, ExaminerSettings settings)
    {
        foreach (var suffix in settings.AllowedMail)
        {
            var end = suffix.TrimStart('@', '.');
            if (
                domain.EndsWith(end, StringComparison.OrdinalIgnoreCase)
                && (domain.Length == end.Length || domain[^(end.Length + 1)] == '.')
            )
            {
                return true;
            }
        }
        return false;
    }
}
