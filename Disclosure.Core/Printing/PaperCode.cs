using System.Globalization;
using System.Text.RegularExpressions;

namespace Disclosure.Core.Printing;

/// <summary>
/// What the QR code on a form says: an address that opens the check of this very printing. In capitals, which a QR code packs into fewer
/// and larger modules.
/// </summary>
/// <param name="ItemId">The item.</param>
/// <param name="Print">Number of the printing.</param>
/// <param name="Fingerprint">64 lower-case hex digits.</param>
public sealed partial record PaperCode(int ItemId, int Print, string Fingerprint)
{
    /// <summary>Folder of the check's address.</summary>
    public const string Folder = "v";

    /// <summary>The code's text.</summary>
    /// <param name="site">Address of the program as people reach it, 「http://tjj.changdu:5080/」.</param>
    public string Text(string site) =>
        string.Create(CultureInfo.InvariantCulture, $"{site.TrimEnd('/')}/{Folder}/{ItemId}/{Print}/{Fingerprint}").ToUpperInvariant();

    /// <summary>Reads a code's text, whichever site printed it; null for any other code.</summary>
    public static PaperCode? Read(string text) =>
        Shape().Match(text) is { Success: true } m
        && int.TryParse(m.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var item)
        && int.TryParse(m.Groups[2].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var print)
            ? new PaperCode(item, print, m.Groups[3].Value.ToLowerInvariant())
            : null;

    /// <summary>
    /// The digits printed under 校验码 as typed from paper: blanks and full-width characters are forgiven; null unless 16 hex digits are
    /// left.
    /// </summary>
    public static string? Digits(string typed)
    {
        var digits = new string([.. typed.Select(Narrow).Where(c => !char.IsWhiteSpace(c) && c != '-')]).ToLowerInvariant();
        return digits.Length == 16 && digits.All(char.IsAsciiHexDigitLower) ? digits : null;
    }

    /// <summary>A number as typed: brackets of any kind, blanks forgiven.</summary>
    public static string Number(string typed) =>
        string.Concat(
            typed
                .Select(Narrow)
                .Where(c => !char.IsWhiteSpace(c))
                .Select(c =>
                    c switch
                    {
                        '[' or '(' or '【' => '〔',
                        ']' or ')' or '】' => '〕',
                        _ => c,
                    }
                )
        );

    private static char Narrow(char c) => c is >= '\uff01' and <= '\uff5e' ? (char)(c - 0xfee0) : c;

    [GeneratedRegex(@"/V/(\d{1,9})/(\d{1,5})/([0-9A-F]{64})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
