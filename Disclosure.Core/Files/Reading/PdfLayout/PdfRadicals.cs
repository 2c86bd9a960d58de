using System.Text;

namespace Disclosure.Core.Files.Reading;

/// <summary>
/// Fonts without a proper map give back radicals for whole characters (⺠ for 民); a word with one in it would not be found.
/// </summary>
internal static class PdfRadicals
{
    private const string Supplement =
        "⺠民⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⻁虎⺟母⺩王⺬示⻄西"
        + "⻊足⻙韦⻑長⻒長⻏阝⻖阜⺁厂⺅亻⺈刀⺉刂⺋卩⺌小⺍小⺎尢⺏尢⺕彐⺖忄⺘扌⺙攵⺡氵⺣灬⺤爪⺨犭⺪疋⺮竹⺯糸⺰纟⺲罒"
        + "⺳网⺶羊⺷羊⺸羊⺹老⺼肉⺽臼⺾艹⻂衣⻃西⻍辶⻌辶⻎辶⻐钅⻟飠⻞食⻠饣⻡首⻪黾⻫斉⻭歯⻯竜⻱亀";

    private static readonly Dictionary<char, char> Whole = Enumerable
        .Range(0, Supplement.Length / 2)
        .ToDictionary(n => Supplement[2 * n], n => Supplement[(2 * n) + 1]);

    /// <summary>A text with its radicals as the characters that they stand for.</summary>
    public static string Replaced(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u2E80', '\u2FDF'))
        {
            return text;
        }
        var whole = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            whole.Append(
                Whole.TryGetValue(c, out var character) ? character.ToString()
                : c is >= '\u2E80' and <= '\u2FDF' ? c.ToString().Normalize(NormalizationForm.FormKC)
                : c.ToString()
            );
        }
        return whole.ToString();
    }

    /// <summary>True for what is no character that a text has.</summary>
    public static bool IsGarbage(string value) =>
        value[0] is '\uFFFD' or < ' ' or (>= '\u007F' and < '\u00A0') or (>= '\uE000' and <= '\uF8FF')
        || (value[0] is >= '\u2E80' and <= '\u2EFF' && !Whole.ContainsKey(value[0]));
}
