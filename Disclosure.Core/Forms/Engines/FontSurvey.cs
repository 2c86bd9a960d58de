using System.Text.RegularExpressions;

namespace Disclosure.Core.Forms.Engines;

/// <summary>Tells people what the fonts in force are and what else could be chosen.</summary>
internal sealed partial class FontSurvey(FontStack fonts, FontOptions options)
{
    /// <summary>Simplified characters that every form has; a font without them serves no role.</summary>
    private const string Everyday = "统计信息发布审签编号";

    private const string Tibetan = "བཀྲཤིས";
    private const string Rare = "𠮷";

    /// <summary>The fonts in force.</summary>
    public FontReport Report()
    {
        var able = Able();
        return new(
            [.. Enum.GetValues<FontRole>().Select(r => Of(r, able.Everyday))],
            Found(options.Fallbacks()),
            [.. able.Further],
            [.. options.SearchFolders()]
        );
    }

    private RoleFonts Of(FontRole role, IReadOnlyList<string> choices)
    {
        var chain = Found(options.OfRole(role));
        var kind = fonts.Open(options.OfKind(role)).FirstOrDefault()?.Found;
        return new(role, chain, chain.Count > 0 && kind != chain[0], choices);
    }

    private IReadOnlyList<FoundFont> Found(IEnumerable<string> families) => [.. fonts.Open(families).Select(f => f.Found)];

    /// <summary>What could be chosen for a role, and what for the characters they lack; every file is opened once for it.</summary>
    private (IReadOnlyList<string> Everyday, IReadOnlyList<string> Further) Able()
    {
        var (everyday, further) = (new List<string>(), new List<string>());
        foreach (var place in fonts.Index.All().Where(p => !OtherRegions().IsMatch(p.ShownAs)))
        {
            if (FontFace.TryOpen(place) is not { } face)
            {
                continue;
            }

            using (face)
            {
                if (Draws(face, Everyday))
                {
                    everyday.Add(place.ShownAs);
                }

                if (Draws(face, Tibetan) || Draws(face, Rare))
                {
                    further.Add(place.ShownAs);
                }
            }
        }

        return ([.. everyday.Order(StringComparer.CurrentCulture)], [.. further.Order(StringComparer.CurrentCulture)]);
    }

    private static bool Draws(FontFace face, string text) => text.EnumerateRunes().All(face.Has);

    /// <summary>The same characters in the shapes of Japan, Korea, Taiwan and Hong Kong.</summary>
    [GeneratedRegex(@"CJK (JP|KR|TC|HK)\b", RegexOptions.CultureInvariant)]
    private static partial Regex OtherRegions();
}
