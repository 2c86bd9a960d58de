namespace Disclosure.Core.Files.Reading;

/// <summary>What a formula tells by its text alone.</summary>
internal static class FormulaText
{
    /// <summary>True when it refers to another workbook: [1]Sheet!A1 or a path.</summary>
    public static bool RefersOutside(string formula)
    {
        for (var at = formula.IndexOf('[', StringComparison.Ordinal); at >= 0; at = formula.IndexOf('[', at + 1))
        {
            var end = formula.IndexOf(']', at + 1);
            if (end < 0)
            {
                return false;
            }
            var inner = formula.AsSpan(at + 1, end - at - 1);
            // [0] is this workbook; a name before the bracket makes it the column of a table.
            var isNumber =
                inner.Length > 0 && !inner.ContainsAnyExceptInRange('0', '9') && inner is not "0" && (at == 0 || !IsWord(formula[at - 1]));
            if ((isNumber || inner.Contains(".xls", StringComparison.OrdinalIgnoreCase)) && !InLiteral(formula, at))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>True when it asks another program for data: cmd|'…'!A0.</summary>
    public static bool IsDde(string formula)
    {
        var (text, quoted) = (false, false);
        for (var i = 0; i < formula.Length; i++)
        {
            var c = formula[i];
            text ^= c == '"' && !quoted;
            quoted ^= c == '\'' && !text;
            if (c == '|' && !text && !quoted && i > 0 && (IsWord(formula[i - 1]) || formula[i - 1] == '\'') && formula.IndexOf('!', i) > 0)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Texts that stand in it between quotes.</summary>
    public static IEnumerable<string> Literals(string formula)
    {
        for (var at = formula.IndexOf('"', StringComparison.Ordinal); at >= 0; at = formula.IndexOf('"', at))
        {
            var end = at + 1;
            while (end < formula.Length && (formula[end] != '"' || (end + 1 < formula.Length && formula[end + 1] == '"')))
            {
                end += formula[end] == '"' ? 2 : 1;
            }
            end = Math.Min(end, formula.Length);
            if (end > at + 1)
            {
                yield return formula[(at + 1)..end].Replace("\"\"", "\"", StringComparison.Ordinal);
            }
            if (end + 1 >= formula.Length)
            {
                yield break;
            }
            at = end + 1;
        }
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '.' or ']' or '[';

    private static bool InLiteral(string formula, int at) => formula.AsSpan(0, at).Count('"') % 2 == 1;
}
