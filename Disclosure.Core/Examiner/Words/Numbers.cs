namespace Disclosure.Core.Examiner.Words;

/// <summary>
/// Judges the numbers of a chain of runs, longest and strongest first: ID, credit code, card, phone. A run that was something is nothing
/// else besides.
/// </summary>
internal static class Numbers
{
    /// <summary>Looks at a chain.</summary>
    public static void Look(ExaminedText text, IReadOnlyList<Run> runs, Notes notes)
    {
        var taken = 0;
        for (var i = 0; i < runs.Count; i++)
        {
            if (IsWhole(text.Text, runs[i]) && Alone(text, runs[i], notes))
            {
                taken |= 1 << i;
            }
        }
        for (var i = 0; i < runs.Count && runs.Count > 1; i++)
        {
            if ((taken >> i & 1) == 0)
            {
                var used = Together(text, runs, i, notes);
                i += Math.Max(0, used - 1);
            }
        }
    }

    /// <summary>True for a run that is no part of a decimal fraction.</summary>
    private static bool IsWhole(string text, Run run) =>
        !(run.Start > 1 && text[run.Start - 1] == '.' && char.IsAsciiDigit(text[run.Start - 2]) && run.Length != 18)
        && !(run.End + 1 < text.Length && text[run.End] == '.' && char.IsAsciiDigit(text[run.End + 1]));

    private static bool Alone(ExaminedText text, Run run, Notes notes)
    {
        var at = new TextSpan(run.Start, run.Length);
        return run.Length switch
        {
            18 when run.Digits >= 17 && char.IsAsciiDigit(text.Text[run.Start]) && Residents.Whole(text, at, notes) => true,
            18 when Organisations.Credit(text, at, notes) => true,
            >= 16 and <= 19 when run.IsDigits => Cards.Look(text, at, notes),
            29 when run.Digits >= 28 => Glued(text, run, notes),
            15 when run.IsDigits => Residents.Old(text, at, notes),
            11 when run.IsDigits && Phones.Mobile(text, at, at, notes) => true,
            13 when run.IsDigits && text.Text.AsSpan(run.Start).StartsWith("86") => Phones.Mobile(text, at, new(run.Start + 2, 11), notes),
            >= 7 and <= 12 when run.IsDigits && Phones.Bare(text, at, notes) => true,
            9 when run.Digits < 9 && Documents.Passport(text, at, notes) => true,
            9 => Organisations.Bare(text, at, notes),
            >= 6 and <= 7 when run.Digits >= 3 && run.Digits < run.Length => Documents.Plate(text, run, notes),
            _ => false,
        };
    }

    // An ID and a mobile number that nothing parts.
    private static bool Glued(ExaminedText text, Run run, Notes notes)
    {
        var (id, number) = (new TextSpan(run.Start, 18), new TextSpan(run.Start + 18, 11));
        if (!Checks.IsMobile(text.Text.AsSpan(number.Start, number.Length)))
        {
            (id, number) = (new(run.Start + 11, 18), new(run.Start, 11));
        }
        return Checks.IsMobile(text.Text.AsSpan(number.Start, number.Length)) && Residents.Whole(text, id, notes);
    }

    // Several runs with the same separator between them; says how many runs were one number.
    private static int Together(ExaminedText text, IReadOnlyList<Run> runs, int first, Notes notes)
    {
        var words = text.Text;
        var (length, digits) = (runs[first].Length, runs[first].Digits);
        for (var last = first + 1; last < runs.Count && length < 19; last++)
        {
            if (words[runs[last].Start - 1] != words[runs[first].End])
            {
                break;
            }
            (length, digits) = (length + runs[last].Length, digits + runs[last].Digits);
            var at = new TextSpan(runs[first].Start, runs[last].End - runs[first].Start);
            if (Grouped(text, runs, first, last, length, digits, at, notes))
            {
                return last - first + 1;
            }
        }
        return 0;
    }

    private static bool Grouped(
        ExaminedText text,
        IReadOnlyList<Run> runs,
        int first,
        int last,
        int length,
        int digits,
        TextSpan at,
        Notes notes
    )
    {
        if (length is < 6 or > 19 || digits < length - 9)
        {
            return false;
        }
        var joined = Joined(text.Text, runs, first, last);
        return (length == 18 && digits >= 17 && Residents.Grouped(text, at, joined, runs[first].Length, notes))
            || (length is >= 16 and <= 19 && digits == length && runs[first].Length == 4 && Cards.Grouped(text, at, joined, notes))
            || (last == first + 2 && runs[first].Length == 3 && runs[last].Length == 4 && Phones.Grouped(text, at, joined, notes))
            || (last == first + 1 && digits == length && Phones.Landline(text, at, runs[first], runs[last], notes))
            || (last == first + 1 && runs[first].Length == 8 && runs[last].Length == 1 && Organisations.Hyphened(text, at, joined, notes))
            || (last == first + 1 && runs[first] is { Length: 2 or 1 } && Documents.Dotted(text, runs[first], runs[last], notes));
    }

    private static string Joined(string text, IReadOnlyList<Run> runs, int first, int last) =>
        string.Create(
            runs.Skip(first).Take(last - first + 1).Sum(r => r.Length),
            (text, runs, first, last),
            static (into, from) =>
            {
                var at = 0;
                for (var i = from.first; i <= from.last; i++)
                {
                    from.text.AsSpan(from.runs[i].Start, from.runs[i].Length).CopyTo(into[at..]);
                    at += from.runs[i].Length;
                }
            }
        );
}
