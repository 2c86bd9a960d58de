namespace Disclosure.Core.Common;

/// <summary>Unified social credit codes, GB 32100-2015: 18 characters, the last a check character modulo 31.</summary>
public static class CreditCodes
{
    // The standard leaves out I, O, S, V and Z, which read like digits or each other.
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>True when length, characters and check character are right.</summary>
    public static bool IsValid(string? code)
    {
        if (code is not { Length: 18 })
        {
            return false;
        }
        var (sum, weight) = (0, 1);
        foreach (var c in code.AsSpan(0, 17))
        {
            var value = Alphabet.IndexOf(c, StringComparison.Ordinal);
            if (value < 0)
            {
                return false;
            }
            sum += value * weight;
            weight = weight * 3 % 31;
        }
        return Alphabet[(31 - (sum % 31)) % 31] == code[17];
    }
}
