namespace Disclosure.Core.Examiner.Words;

/// <summary>P-04 and P-05: codes of organisations.</summary>
internal static class Organisations
{
    /// <summary>Eighteen characters that may be a unified social credit code.</summary>
    public static bool Credit(ExaminedText text, TextSpan at, Notes notes)
    {
        var code = text.Text.Substring(at.Start, at.Length).ToUpperInvariant();
        var checks = Checks.CreditChecks(code);
        var digits = code.All(char.IsAsciiDigit);
        if (checks == 0 || (digits && !text.IsSaid(Holds.Credit, at) && (checks == 1 || (text.Cell is not null && text.IsBareNumber))))
        {
            return false;
        }
        // Codes of state organs and public institutions are public by law and name no respondent.
        if (
            !code.StartsWith("11", StringComparison.Ordinal)
            && !code.StartsWith("12", StringComparison.Ordinal)
            && !code.StartsWith("13", StringComparison.Ordinal)
        )
        {
            notes.Add(
                WordRules.Credit,
                text,
                at,
                checks == 2 ? Confidence.High : Confidence.Low,
                checks == 2 ? "十八位统一社会信用代码，两处校验均正确" : "形似统一社会信用代码，两处校验中有一处不符"
            );
        }
        return true;
    }

    /// <summary>Nine characters in a row.</summary>
    public static bool Bare(ExaminedText text, TextSpan at, Notes notes) => Code(text, at, text.Text.Substring(at.Start, at.Length), notes);

    /// <summary>Eight characters, a hyphen and the check character.</summary>
    public static bool Hyphened(ExaminedText text, TextSpan at, string code, Notes notes) =>
        text.Text[at.Start + 8] == '-' && Code(text, at, code, notes);

    private static bool Code(ExaminedText text, TextSpan at, string code, Notes notes)
    {
        if (!Checks.IsOrganisation(code) || !text.IsSaid(Holds.Organisation, at))
        {
            return false;
        }
        notes.Add(WordRules.Organisation, text, at, Confidence.High, "校验正确的组织机构代码");
        return true;
    }
}
