using System.Buffers;
using Disclosure.Core.Common;

namespace Disclosure.Core.Examiner.Words;

/// <summary>
/// What the standards say of numbers: check digits, dates inside, areas, prefixes. All take plain digits and capitals without separators.
/// </summary>
internal static class Checks
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create("0123456789ABCDEFGHJKLMNPQRTUWXY");
    private static readonly int[] ResidentWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private static readonly int[] OrganisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>GB 11643: a real date and the check character modulo 11-2.</summary>
    public static bool IsResident(ReadOnlySpan<char> id)
    {
        if (
            id.Length != 18
            || id[..17].ContainsAnyExceptInRange('0', '9')
            || id[0] == '0'
            || !IsDate(Number(id[6..10]), Number(id[10..12]), Number(id[12..14]))
        )
        {
            return false;
        }
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            sum += (id[i] - '0') * ResidentWeights[i];
        }
        return "10X98765432"[sum % 11] == char.ToUpperInvariant(id[17]);
    }

    /// <summary>An 18-digit ID as a spreadsheet keeps it: 15 digits, the last three zero.</summary>
    public static bool IsRoundedResident(ReadOnlySpan<char> id) =>
        id.Length == 18
        && id.EndsWith("000")
        && !id.ContainsAnyExceptInRange('0', '9')
        && IsProvince(id)
        && IsDate(Number(id[6..10]), Number(id[10..12]), Number(id[12..14]));

    /// <summary>The form before 1999: 15 digits, two for the year.</summary>
    public static bool IsOldResident(ReadOnlySpan<char> id) =>
        id.Length == 15
        && !id.ContainsAnyExceptInRange('0', '9')
        && IsProvince(id)
        && IsDate(1900 + Number(id[6..8]), Number(id[8..10]), Number(id[10..12]));

    /// <summary>The first two digits are a province.</summary>
    public static bool IsProvince(ReadOnlySpan<char> code) =>
        Number(code[..2])
            is (>= 11 and <= 15)
                or (>= 21 and <= 23)
                or (>= 31 and <= 37)
                or (>= 41 and <= 46)
                or (>= 50 and <= 54)
                or (>= 61 and <= 65)
                or 71
                or 81
                or 82
                or 83;

    /// <summary>GB 32100: how many of the two checks hold, 0 when it is no such code by its form.</summary>
    public static int CreditChecks(string code)
    {
        if (
            code.Length != 18
            || !"123456789ANY".Contains(code[0], StringComparison.Ordinal)
            || !"123459".Contains(code[1], StringComparison.Ordinal)
            || code.AsSpan(2, 6).ContainsAnyExceptInRange('0', '9')
            || !(IsProvince(code.AsSpan(2)) || code.AsSpan(2).StartsWith("10"))
            || code.AsSpan().ContainsAnyExcept(Allowed)
        )
        {
            return 0;
        }
        return (CreditCodes.IsValid(code) ? 1 : 0) + (IsOrganisation(code.AsSpan(8, 9)) ? 1 : 0);
    }

    /// <summary>GB 11714: eight characters and a check character modulo 11.</summary>
    public static bool IsOrganisation(ReadOnlySpan<char> code)
    {
        if (code.Length != 9)
        {
            return false;
        }
        var sum = 0;
        for (var i = 0; i < 8; i++)
        {
            var value =
                char.IsAsciiDigit(code[i]) ? code[i] - '0'
                : char.IsAsciiLetterUpper(code[i]) ? code[i] - 'A' + 10
                : -1;
            if (value < 0)
            {
                return false;
            }
            sum += value * OrganisationWeights[i];
        }
        return "0123456789X0"[11 - (sum % 11)] == code[8];
    }

    /// <summary>Luhn's check, for 16 to 19 digits that begin as bank cards do.</summary>
    public static bool IsCard(ReadOnlySpan<char> card)
    {
        if (
            card.Length is < 16 or > 19
            || card.ContainsAnyExceptInRange('0', '9')
            || !(card[0] == '4' || card.StartsWith("62") || card[0] == '5' && card[1] is >= '1' and <= '5')
            || (card[0] != '6' && card.Length != 16)
        )
        {
            return false;
        }
        var sum = 0;
        for (var i = 0; i < card.Length; i++)
        {
            var digit = card[card.Length - 1 - i] - '0';
            sum += i % 2 == 0 ? digit : digit * 2 % 10 + digit / 5;
        }
        return sum % 10 == 0;
    }

    /// <summary>Eleven digits of a mobile network.</summary>
    public static bool IsMobile(ReadOnlySpan<char> number) =>
        number.Length == 11
        && !number.ContainsAnyExceptInRange('0', '9')
        && number[0] == '1'
        && number[1] is >= '3' and <= '9'
        && number[2..].ContainsAnyExcept(number[2]);

    /// <summary>An area code: 010, 02x, 03xx to 09xx.</summary>
    public static bool IsArea(ReadOnlySpan<char> code) =>
        code is ['0', '1', '0']
        || (code.Length == 3 && code[0] == '0' && code[1] == '2' && code[2] != '6')
        || (code.Length == 4 && code[0] == '0' && code[1] is >= '3' and <= '9' && code[2] != '0');

    private static int Number(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            value = (value * 10) + digit - '0';
        }
        return value;
    }

    private static bool IsDate(int year, int month, int day) =>
        year is >= 1900 and < 2040 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
}
