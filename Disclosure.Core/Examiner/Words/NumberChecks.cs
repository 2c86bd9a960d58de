using System.Globalization;
using Disclosure.Core.Common;

namespace Disclosure.Core.Examiner.Words;

/// <summary>Numbers that say by themselves whether they are well formed.</summary>
internal static class NumberChecks
{
    private static readonly int[] IdWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private static readonly int[] OrganisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];
    private static readonly string[] Provinces =
        ["11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83"];

    /// <summary>A resident's identity number of 18 characters: a real date and the check character modulo 11-2 (GB 11643).</summary>
    public static bool IsResidentId(ReadOnlySpan<char> number)
    {
        if (number.Length != 18 || number[..17].ContainsAnyExceptInRange('0', '9') || !IsBirth(number.Slice(6, 8)))
        {
            return false;
        }
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            sum += (number[i] - '0') * IdWeights[i];
        }
        return "10X98765432"[sum % 11] == char.ToUpperInvariant(number[17]);
    }

    /// <summary>The same number as a workbook keeps it: fifteen digits and zeros.</summary>
    public static bool IsRoundedId(ReadOnlySpan<char> number) =>
        number.Length == 18 && number.EndsWith("000", StringComparison.Ordinal) && !number.ContainsAnyExceptInRange('0', '9') && IsProvince(number) && IsBirth(number.Slice(6, 8));

    /// <summary>The old number of 15 digits with a real date.</summary>
    public static bool IsOldId(ReadOnlySpan<char> number) =>
        number.Length == 15 && !number.ContainsAnyExceptInRange('0', '9') && IsProvince(number) && DateOnly.TryParseExact($"19{number.Slice(6, 6)}", "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>True when the number begins with the code of a province.</summary>
    public static bool IsProvince(ReadOnlySpan<char> number) => Provinces.AsSpan().Contains(number[..2].ToString());

    /// <summary>A mobile number: eleven digits from 13 to 19.</summary>
    public static bool IsMobile(ReadOnlySpan<char> number) => number.Length == 11 && number[0] == '1' && number[1] is >= '3' and <= '9' && !number.ContainsAnyExceptInRange('0', '9');

    /// <summary>A bank card: 16 to 19 digits of a known issuer with the check digit of Luhn.</summary>
    public static bool IsBankCard(ReadOnlySpan<char> number)
    {
        if (number.Length is < 16 or > 19 || number.ContainsAnyExceptInRange('0', '9') || !(number.StartsWith("62") || number[0] is '4' or '5' || number.StartsWith("35") || number.StartsWith("9")))
        {
            return false;
        }
        var sum = 0;
        for (var i = 0; i < number.Length; i++)
        {
            var digit = number[number.Length - 1 - i] - '0';
            digit = i % 2 == 0 ? digit : digit * 2 > 9 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
        }
        return sum % 10 == 0;
    }

    /// <summary>How much of a unified social credit code is right: 2 both checks, 1 one of them, 0 none (GB 32100, GB 11714).</summary>
    public static int CreditChecks(ReadOnlySpan<char> code)
    {
        if (code.Length != 18 || "159ANYG".IndexOf(code[0], StringComparison.Ordinal) < 0 || code.Slice(2, 6).ContainsAnyExceptInRange('0', '9'))
        {
            return 0;
        }
        return (CreditCodes.IsValid(code.ToString()) ? 1 : 0) + (IsOrganisation(code.Slice(8, 9)) ? 1 : 0);
    }

    /// <summary>An organisation's code of nine characters, the last a check character modulo 11 (GB 11714).</summary>
    public static bool IsOrganisation(ReadOnlySpan<char> code)
    {
        if (code.Length != 9)
        {
            return false;
        }
        var sum = 0;
        for (var i = 0; i < 8; i++)
        {
            var value = char.IsAsciiDigit(code[i]) ? code[i] - '0' : code[i] is >= 'A' and <= 'Z' ? code[i] - 'A' + 10 : -1;
            if (value < 0)
            {
                return false;
            }
            sum += value * OrganisationWeights[i];
        }
        return (11 - (sum % 11)) switch { 10 => 'X', 11 => '0', var d => (char)('0' + d) } == code[8];
    }

    private static bool IsBirth(ReadOnlySpan<char> day) =>
        day[..2] is "19" or "20" && DateOnly.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 1900 and <= 2099;
}
