using System.Text;

namespace Disclosure.Core.Files.Reading;

/// <summary>Headers and footers of sheets: text with codes for place, font, page number.</summary>
internal static class HeaderCodes
{
    /// <summary>Texts of the left, middle and right section without codes; empty ones are left out.</summary>
    public static IEnumerable<string> Texts(string coded)
    {
        var section = new StringBuilder();
        for (var i = 0; i < coded.Length; i++)
        {
            if (coded[i] != '&' || i + 1 == coded.Length)
            {
                section.Append(coded[i]);
                continue;
            }
            switch (char.ToUpperInvariant(coded[++i]))
            {
                case '&':
                    section.Append('&');
                    break;
                case 'L' or 'C' or 'R':
                    if (!string.IsNullOrWhiteSpace(section.ToString()))
                    {
                        yield return section.ToString().Trim();
                    }
                    section.Clear();
                    break;
                case '"':
                    var end = coded.IndexOf('"', i + 1);
                    i = end < 0 ? coded.Length : end;
                    break;
                case 'K':
                    i = Math.Min(i + 6, coded.Length);
                    break;
                case >= '0' and <= '9':
                    while (i + 1 < coded.Length && char.IsAsciiDigit(coded[i + 1]))
                    {
                        i++;
                    }
                    break;
            }
        }
        if (!string.IsNullOrWhiteSpace(section.ToString()))
        {
            yield return section.ToString().Trim();
        }
    }
}
