namespace Disclosure.Core.Examiner.Words;

/// <summary>P-09 and P-10: passports, travel permits and plates.</summary>
internal static class Documents
{
    private const string Provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

    /// <summary>Nine characters that a passport's label or column makes a passport.</summary>
    public static bool Passport(ExaminedText text, TextSpan at, Notes notes)
    {
        var number = text.Text.AsSpan(at.Start, at.Length);
        var digits = number[1..].ContainsAnyExceptInRange('0', '9') ? number[2..] : number[1..];
        if (
            !"EGDSPCHMK".Contains(char.ToUpperInvariant(number[0]), StringComparison.Ordinal)
            || digits.ContainsAnyExceptInRange('0', '9')
            || !text.IsSaid(Holds.Passport, at)
        )
        {
            return false;
        }
        notes.Add(WordRules.Passport, text, at, Confidence.High, "护照、通行证字样旁或栏目中的证件号码");
        return true;
    }

    /// <summary>藏A12345.</summary>
    public static bool Plate(ExaminedText text, Run run, Notes notes) =>
        IsPlace(text.Text[run.Start])
        && IsRest(text.Text.AsSpan(run.Start + 1, run.Length - 1))
        && Province(text.Text, run.Start) is { } from
        && Found(text, from, run.End, notes);

    /// <summary>藏A·12345.</summary>
    public static bool Dotted(ExaminedText text, Run place, Run rest, Notes notes) =>
        place.Length == 1
        && IsPlace(text.Text[place.Start])
        && IsRest(text.Text.AsSpan(rest.Start, rest.Length))
        && Province(text.Text, place.Start) is { } from
        && Found(text, from, rest.End, notes);

    private static bool Found(ExaminedText text, int from, int end, Notes notes)
    {
        // 粤B2-20090059 and the like are permits, and a plate is followed by no further group.
        if (end < text.Text.Length && text.Text[end] is '-' or '_')
        {
            return false;
        }
        notes.Add(WordRules.Plate, text, new(from, end - from), Confidence.High, "机动车号牌号码");
        return true;
    }

    private static int? Province(string words, int start)
    {
        var at = start > 1 && words[start - 1] == ' ' ? start - 2 : start - 1;
        return at >= 0 && Provinces.Contains(words[at], StringComparison.Ordinal) ? at : null;
    }

    private static bool IsPlace(char c) => char.IsAsciiLetter(c) && c is not ('I' or 'O' or 'i' or 'o');

    private static bool IsRest(ReadOnlySpan<char> rest)
    {
        var digits = 0;
        foreach (var c in rest)
        {
            if (!char.IsAsciiDigit(c) && !char.IsAsciiLetterUpper(c))
            {
                return false;
            }
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }
        return rest.Length is 5 or 6 && digits >= 3;
    }
}
