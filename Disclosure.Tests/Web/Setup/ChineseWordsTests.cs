using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Disclosure.Web.Setup;
using MudBlazor;

namespace Disclosure.Tests.Web.Setup;

public sealed partial class ChineseWordsTests
{
    private static readonly Dictionary<string, string> English = new ResourceManager(
        "MudBlazor.Resources.LanguageResource",
        typeof(MudButton).Assembly
    )
        .GetResourceSet(CultureInfo.InvariantCulture, true, false)!
        .Cast<DictionaryEntry>()
        .ToDictionary(e => (string)e.Key, e => (string)e.Value!);

    [Fact]
    public void EveryWordOfTheLibrary_HasAChineseOne()
    {
        Assert.NotEmpty(English);
        Assert.Empty(English.Keys.Except(ChineseWords.All.Keys));
        Assert.Empty(ChineseWords.All.Keys.Except(English.Keys));
    }

    [Fact]
    public void EveryPlaceholder_IsKept() =>
        Assert.All(English, word => Assert.Equal(Places(word.Value), Places(ChineseWords.All[word.Key])));

    [Fact]
    public void ASentenceWithPlaceholders_IsFilledIn() => Assert.Equal("第 3 页", new ChineseWords()["MudPagination_PageIndex", 3].Value);

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(m => m.Value).Distinct().Order();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
