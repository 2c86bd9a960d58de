namespace Disclosure.Core.Examiner.Words;

/// <summary>P-01 to P-03: resident IDs, whole, grouped, of the old form, rounded by a spreadsheet.</summary>
internal static class Residents
{
    /// <summary>Eighteen characters in a row.</summary>
    public static bool Whole(ExaminedText text, TextSpan at, Notes notes)
    {
        var id = text.Text.AsSpan(at.Start, at.Length);
        if (Checks.IsResident(id))
        {
            Found(text, at, Checks.IsProvince(id), notes);
            return true;
        }
        if (text.Cell is not null && Checks.IsRoundedResident(id) && Named(text, at))
        {
            notes.Add(
                WordRules.RoundedResident,
                text,
                at,
                Confidence.Medium,
                "身份证栏中的号码按数值存储，末三位已变为零，前十五位仍含地区和出生日期"
            );
            return true;
        }
        return false;
    }

    /// <summary>
    /// Groups that together are eighteen characters: they must be an ID by area as well, for rows of figures are groups too.
    /// </summary>
    public static bool Grouped(ExaminedText text, TextSpan at, string id, int first, Notes notes)
    {
        if (!Checks.IsResident(id) || !Checks.IsProvince(id) || (text.Text[at.Start + first] == '.' && first != 6))
        {
            return false;
        }
        notes.Add(WordRules.Resident, text, at, Confidence.High, "分组书写的十八位号码，日期真实且校验码正确");
        return true;
    }

    /// <summary>Fifteen digits.</summary>
    public static bool Old(ExaminedText text, TextSpan at, Notes notes)
    {
        if (!Checks.IsOldResident(text.Text.AsSpan(at.Start, at.Length)) || !Named(text, at))
        {
            return false;
        }
        notes.Add(WordRules.OldResident, text, at, Confidence.Medium, "身份证字样旁的十五位号码，地区有效且日期真实");
        return true;
    }

    private static void Found(ExaminedText text, TextSpan at, bool province, Notes notes)
    {
        if (text.Cell is { } cell && text.IsBareNumber && !Named(text, at))
        {
            cell.Column.Wait(Vote.Resident, text, at);
            return;
        }
        notes.Add(WordRules.Resident, text, at, province ? Confidence.High : Confidence.Medium, "十八位号码，日期真实且校验码正确");
    }

    private static bool Named(ExaminedText text, TextSpan at) => text.IsSaid(Holds.Resident, at);
}
