using System.Buffers;

namespace Disclosure.Core.Examiner.Words;

/// <summary>P-06 and P-07: mobile numbers and landlines.</summary>
internal static class Phones
{
    private static readonly SearchValues<char> OfFigures = SearchValues.Create("0123456789.,-%");
    private const string Units = "元万亿吨部台件个人户家千米公立平头只辆%‰斤册张次项条度匹株亩升";
    private static readonly string[] Labels =
    [
        "电话",
        "座机",
        "固话",
        "传真",
        "联系方式",
        "电话号码",
        "电话是",
        "致电",
        "拨打",
        "Tel",
        "TEL",
        "电话为",
    ];

    /// <summary>Eleven digits in a row, perhaps with 86 in front.</summary>
    public static bool Mobile(ExaminedText text, TextSpan at, TextSpan number, Notes notes)
    {
        var words = text.Text;
        if (!Checks.IsMobile(words.AsSpan(number.Start, number.Length)) || IsPart(words, at) || Addresses.InLink(words, at.Start))
        {
            return false;
        }
        if (IsAllowed(words.Substring(number.Start, number.Length), notes.Settings))
        {
            return true;
        }
        var said = text.IsSaid(Holds.Phone, at);
        if (text.Cell is { } cell && text.IsBareNumber)
        {
            return InCell(text, at, said, cell, notes);
        }
        if (
            text.IsCachedNumber
            || Context.IsProduct(words, at.Start)
            || (IsCounted(words, at) && !IsLabelled(words, at.Start))
            || (!said && (text.IsOther(at) || IsAmongFigures(words, at)))
        )
        {
            return false;
        }
        notes.Add(
            WordRules.Mobile,
            text,
            at,
            said ? Confidence.High : Confidence.Medium,
            said ? "电话字样旁的手机号码" : "文字中的十一位手机号码"
        );
        return true;
    }

    /// <summary>138 0013 8000 and 138-0013-8000.</summary>
    public static bool Grouped(ExaminedText text, TextSpan at, string number, Notes notes)
    {
        if (
            !Checks.IsMobile(number)
            || IsAllowed(number, notes.Settings)
            || !(text.IsSaid(Holds.Phone, at) || text.Text[at.Start + 3] == '-' || IsAlone(text, at))
        )
        {
            return false;
        }
        notes.Add(WordRules.Mobile, text, at, Confidence.High, "分组书写的手机号码");
        return true;
    }

    /// <summary>Area code and number.</summary>
    public static bool Landline(ExaminedText text, TextSpan at, Run area, Run number, Notes notes)
    {
        var words = text.Text;
        if (!Checks.IsArea(words.AsSpan(area.Start, area.Length)) || number.Length is not (7 or 8) || words[number.Start] is '0' or '1')
        {
            return false;
        }
        var said = text.IsSaid(Holds.Phone, at);
        return (said || words[area.End] == '-') && Land(text, at, said, notes);
    }

    /// <summary>Digits that only their label makes a telephone number.</summary>
    public static bool Bare(ExaminedText text, TextSpan at, Notes notes)
    {
        var words = text.Text;
        var number = words.AsSpan(at.Start, at.Length);
        var whole = at.Length >= 10 && number[0] == '0' && (Checks.IsArea(number[..3]) || Checks.IsArea(number[..4]));
        if (!whole && (at.Length > 8 || number[0] is '0' or '1'))
        {
            return false;
        }
        if (text.Cell is not null && text.IsBareNumber)
        {
            return text.IsSaid(Holds.Phone, at) && Land(text, at, true, notes);
        }
        if (!whole && Area(words, at.Start) is { } from)
        {
            return Land(text, new(from, at.Start + at.Length - from), text.IsSaid(Holds.Phone, at), notes);
        }
        return IsLabelled(words, at.Start) && Land(text, at, true, notes);
    }

    // 138 8901 2345（李）: a short line without other figures.
    private static bool IsAlone(ExaminedText text, TextSpan at)
    {
        var words = text.Text;
        return text.Cell is null
            && words.Length <= 20
            && !IsCounted(words, at)
            && !words.AsSpan(0, at.Start).ContainsAnyInRange('0', '9')
            && !words.AsSpan(at.Start + at.Length).ContainsAnyInRange('0', '9');
    }

    private static bool InCell(ExaminedText text, TextSpan at, bool said, CellContext cell, Notes notes)
    {
        if (said)
        {
            notes.Add(WordRules.Mobile, text, at, Confidence.High, "电话栏中的手机号码");
            return true;
        }
        if (text.IsOther(at))
        {
            return false;
        }
        cell.Column.Wait(Vote.Mobile, text, at);
        return true;
    }

    private static bool Land(ExaminedText text, TextSpan at, bool said, Notes notes)
    {
        var number = string.Concat(text.Text.AsSpan(at.Start, at.Length).ToString().Where(char.IsAsciiDigit));
        if (!IsAllowed(number, notes.Settings) && !Context.IsOffice(text.Text, at.Start) && !Addresses.InLink(text.Text, at.Start))
        {
            notes.Add(
                WordRules.Landline,
                text,
                at,
                said ? Confidence.High : Confidence.Medium,
                said ? "电话字样旁或电话栏中的固定电话号码" : "带区号的固定电话号码"
            );
        }
        return true;
    }

    // (0895)4821234: where the bracket opens.
    private static int? Area(string words, int start)
    {
        var close = start - 1;
        close -= close >= 0 && words[close] is ' ' or '-' ? 1 : 0;
        if (close < 4 || words[close] is not (')' or '）'))
        {
            return null;
        }
        var least = Math.Max(0, close - 6);
        var open = words.AsSpan(least, close - least).LastIndexOfAny('(', '（') + least;
        return open >= least && close - open is 4 or 5 && Checks.IsArea(words.AsSpan(open + 1, close - open - 1)) ? open : null;
    }

    private static bool IsLabelled(string words, int start)
    {
        var before = words.AsSpan(0, start).TrimEnd(" :：是为（(");
        before = before.EndsWith("号码") ? before[..^2] : before;
        foreach (var label in Labels)
        {
            if (before.EndsWith(label))
            {
                return true;
            }
        }
        return before.EndsWith("手机") || before.EndsWith("手机号");
    }

    private static bool IsAllowed(string number, ExaminerSettings settings) =>
        settings.AllowedPhones.Any(a =>
            a.Length >= 7 && (number.EndsWith(a, StringComparison.Ordinal) || a.EndsWith(number, StringComparison.Ordinal))
        );

    // A segment of a longer code (AB-13812345678-01) or the name of a mailbox.
    private static bool IsPart(string words, TextSpan at)
    {
        var end = at.Start + at.Length;
        return (end < words.Length && words[end] is '@' or '_')
            || (at.Start > 0 && words[at.Start - 1] is '_' or '第')
            || (
                at.Start > 1
                && words[at.Start - 1] == '-'
                && char.IsAsciiLetterOrDigit(words[at.Start - 2])
                && !Context.Before(words, at.Start - 1, 2).SequenceEqual("86")
            );
    }

    private static bool IsCounted(string words, TextSpan at)
    {
        var after = words.AsSpan(at.Start + at.Length).TrimStart(' ');
        return after.Length > 0
            && (
                Units.Contains(after[0], StringComparison.Ordinal)
                || (char.IsAsciiLetterUpper(after[0]) && after.Length > 1 && char.IsAsciiLetter(after[1]))
            );
    }

    // Between other figures of a row, as in a table that was laid out with spaces.
    private static bool IsAmongFigures(string words, TextSpan at)
    {
        var before = Context.Before(words, at.Start, 24).TrimEnd(" \t");
        var after = Context.After(words, at.Start + at.Length, 24).TrimStart(" \t");
        return (before.Length > 0 && before.Length < Math.Min(24, at.Start) && IsFigure(before[(before.LastIndexOfAny(' ', '\t') + 1)..]))
            || (after.Length > 0 && IsFigure(after.IndexOfAny(' ', '\t') is var gap and >= 0 ? after[..gap] : after));
    }

    private static bool IsFigure(ReadOnlySpan<char> word) => word.Length is > 1 and < 15 && !word.ContainsAnyExcept(OfFigures);
}
