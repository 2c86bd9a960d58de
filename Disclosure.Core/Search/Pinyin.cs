using System.Globalization;
using System.Text;
using Disclosure.Core.Store;

namespace Disclosure.Core.Search;

/// <summary>
/// Pinyin initials (拼音首字母) from the order in which Unicode's Chinese collation sorts characters: it marks where each letter begins.
/// One reading for each character, the commonest; surnames that are read otherwise are listed here.
/// </summary>
public static class Pinyin
{
    private const int First = 0x3400;
    private const int Last = 0x9FFF;
    private const string Surnames = "单s解x仇q曾z区o查z朴p盖g乐y覃q翟z缪m折s员y种c祭z尉y";

    private static readonly Lazy<char[]> Initials = new(Build);

    /// <summary>Initials of a text: every Chinese character as its letter, Latin letters and digits as they are.</summary>
    public static string Of(string text) => string.Concat(SearchText.Of(text).Text.EnumerateRunes().Select(Letter));

    /// <summary>Initials of names with gaps between; a surname is read as a surname.</summary>
    public static string OfNames(IEnumerable<string> names) => string.Join(SearchText.Gap, names.Select(OfName));

    private static string OfName(string name)
    {
        var initials = Of(name);
        var read = name.Length > 0 ? Surnames.IndexOf(name[0], StringComparison.Ordinal) : -1;
        return read < 0 || initials.Length == 0 ? initials : Surnames[read + 1] + initials[1..];
    }

    private static string Letter(Rune rune) =>
        rune.Value is >= First and <= Last && Initials.Value[rune.Value - First] is not '\0' and var letter ? $"{letter}" : rune.ToString();

    private static char[] Build()
    {
        var order = CultureInfo.GetCultureInfo("zh-CN").CompareInfo;
        // No syllable begins with i, u or v. The mark before each letter is part of the collation itself.
        var begins = "abcdefghjklmnopqrstwxyz".Select(l => (Letter: l, Mark: $"\uFDD0{char.ToUpperInvariant(l)}")).ToArray();
        var letters = new char[Last - First + 1];
        for (var c = First; c <= Last; c++)
        {
            var one = ((char)c).ToString();
            var (low, high) = (0, begins.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = order.Compare(one, begins[middle].Mark) >= 0 ? (middle + 1, high) : (low, middle);
            }
            letters[c - First] = low == 0 ? '\0' : begins[low - 1].Letter;
        }
        return letters;
    }
}
