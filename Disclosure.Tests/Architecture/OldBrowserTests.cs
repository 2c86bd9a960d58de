using System.Text.RegularExpressions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Architecture;

/// <summary>
/// From Chromium 94 on everything works, because blazor.web.js needs that one: no style and no script of the program asks for more.
/// What the component library or the framework asks for beyond it is known here, with what the program does about it.
/// </summary>
public sealed partial class OldBrowserTests(SharedProgram program)
{
    // The first Chromium that knows it; a rule with an unknown selector is dropped whole, also what else it names.
    private static readonly (string Feature, string Pattern)[] NewerStyles =
    [
        (":has, 105", @"(?<!selector\():has\("),
        ("@container, 105", @"@container|[;{]\s*container(-type|-name)?\s*:"),
        ("@layer, 99", "@layer"),
        ("@property in use is 85, @scope 118, @starting-style 117", "@scope|@starting-style"),
        ("nesting, 112", @"(^|[{};])\s*&"),
        ("dvh and its kin, 108", @"\d(d|s|l)v(h|w|min|max)\b"),
        ("container units, 105", @"\dcq(w|h|i|b|min|max)\b"),
        ("color-mix, oklch, light-dark, colours from colours, 111 to 123", @"color-mix\(|oklch\(|light-dark\(|\((from) "),
        ("subgrid, 117", "subgrid"),
        ("translate, rotate, scale as properties, 104", @"[;{\s](translate|rotate|scale)\s*:"),
        ("ranges in media queries, 104", @"@media[^{]*[<>]"),
        ("text-wrap, field-sizing, interpolate-size, 114 to 129", "text-wrap|field-sizing|interpolate-size"),
        (":user-invalid, :open, :popover-open, 114 to 133", ":user-(in)?valid|:open|:popover-open"),
        ("anchors, 125", "anchor-name|position-anchor|anchor\\("),
    ];

    private static readonly (string Feature, string Pattern)[] NewerScripts =
    [
        (":has, 105", @":has\("),
        ("structuredClone, 98", @"\bstructuredClone\("),
        ("findLast, 97", @"\.findLast(Index)?\("),
        ("copies of arrays, 110", @"\.to(Sorted|Reversed|Spliced)\("),
        ("groupBy, 117", @"\b(Object|Map)\.groupBy\("),
        ("Promise.withResolvers, 119", @"Promise\.withResolvers\(\)"),
        ("AbortSignal.timeout and any, 103 and 116", @"AbortSignal\.(timeout|any)\("),
        ("Array.fromAsync, 121", @"Array\.fromAsync\("),
        ("checkVisibility, 105", @"\.checkVisibility\("),
        ("popovers, 114", @"\.(show|hide|toggle)Popover\("),
        ("scrollend, 114", "[\"']scrollend[\"']"),
        ("view transitions, 111", "startViewTransition"),
        ("navigation, 102", @"\bnavigation\.(navigate|addEventListener|currentEntry)"),
        ("sets, 122", @"\.(isSubsetOf|isSupersetOf|symmetricDifference)\("),
        ("randomUUID, on http nowhere", @"\.randomUUID\("),
    ];

    [Fact]
    public void NoStyle_AsksForMoreThanChromium94() =>
        Assert.Empty(Sources("*.css", "*.razor").SelectMany(f => Found(NewerStyles, f.Name, f.Text)));

    [Fact]
    public void NoScript_AsksForMoreThanChromium94() => Assert.Empty(Sources("*.js").SelectMany(f => Found(NewerScripts, f.Name, f.Text)));

    [Fact]
    public async Task ScriptOfTheFramework_AsksOnlyForWhatFrameJsGivesIt()
    {
        var script = await ServedAsync("_framework/blazor.web.js");
        Assert.Equal(["blazor.web.js: Promise.withResolvers, 119"], Found(NewerScripts, "blazor.web.js", script));
        Assert.Contains("Promise.withResolvers ??= function", Sources("frame.js").Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ComponentLibrary_AsksOnlyForWhatTheProgramDoesWithout()
    {
        Assert.Empty(Found(NewerScripts, "MudBlazor.min.js", await ServedAsync("_content/MudBlazor/MudBlazor.min.js")));
        // Labels over filled fields have rules of the program's own; 100dvh stands behind 100vh.
        var css = await ServedAsync("_content/MudBlazor/MudBlazor.min.css");
        Assert.Equal(
            ["MudBlazor.min.css: :has, 105", "MudBlazor.min.css: dvh and its kin, 108"],
            Found(NewerStyles, "MudBlazor.min.css", css)
        );
        Assert.All(DynamicHeight().Matches(css), m => Assert.Contains("100vh", m.Value, StringComparison.Ordinal));
        Assert.Contains("@supports not selector(:has(a))", Sources("app.css").Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ScriptThatRefuses_IsInOldSyntax()
    {
        var script = Sources("browser.js").Single().Text;
        Assert.DoesNotMatch(
            @"=>|`|\?\.|\?\?|\.\.\.|\b(let|const|class|async|await|of|import|export|Promise|fetch)\b|"
                + @"\.(append|closest|includes|startsWith|classList|dataset)\b",
            Quoted().Replace(script, "''")
        );
    }

    [Fact]
    public async Task FirstLineOfEveryPagesScript_IsWhatOldBrowsersCannotRead()
    {
        Assert.Matches(@"^\s*class Able \{ static \{", Sources("frame.js").Single().Text);
        Assert.Contains("static{", await ServedAsync("_framework/blazor.web.js"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a:has(b) { color: red; }", ":has, 105")]
    [InlineData(".a { translate: 0 1px; }", "translate, rotate, scale as properties, 104")]
    [InlineData("@container (max-width: 3rem) { a { color: red; } }", "@container, 105")]
    [InlineData("a { & b { color: red; } }", "nesting, 112")]
    [InlineData("a { height: 100dvh; }", "dvh and its kin, 108")]
    public void WhatIsNewer_IsFound(string style, string feature) =>
        Assert.Contains($"a.css: {feature}", Found(NewerStyles, "a.css", style));

    [Theory]
    [InlineData("a { transform: translate(0, 1px); inset: 0; scale-x: 1; }")]
    [InlineData("@supports not selector(:has(a)) { a { color: red; } }")]
    [InlineData("@media (max-width: 48rem) { a:is(b, c) { height: 100vh; } }")]
    public void WhatChromium94Knows_IsLeftAlone(string style) => Assert.Empty(Found(NewerStyles, "a.css", style));

    private static IEnumerable<string> Found((string Feature, string Pattern)[] newer, string name, string text) =>
        newer.Where(n => Regex.IsMatch(text, n.Pattern)).Select(n => $"{name}: {n.Feature}");

    // Styles of the program, those inside pages too, and its scripts, without comments.
    private static IEnumerable<(string Name, string Text)> Sources(params string[] patterns) =>
        from pattern in patterns
        from file in Directory.EnumerateFiles(Path.Combine(FolderTests.Root, "Disclosure.Web"), pattern, SearchOption.AllDirectories)
        let name = Path.GetRelativePath(FolderTests.Root, file).Replace('\\', '/')
        where !Built().IsMatch(name)
        let text = Comment().Replace(File.ReadAllText(file), "")
        select (name, name.EndsWith(".razor", StringComparison.Ordinal) ? StylesIn(text) : text);

    private static string StylesIn(string page) =>
        string.Join('\n', Style().Matches(page).Select(m => m.Value.Replace("@@", "@", StringComparison.Ordinal)));

    private async Task<string> ServedAsync(string address)
    {
        using var client = await program.SignInAsync("xitong");
        return await client.GetStringAsync("/" + address, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"(^|/)(obj|bin)/")]
    private static partial Regex Built();

    [GeneratedRegex(@"/\*.*?\*/|@\*.*?\*@|(?<=^|\s)//[^\n]*", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("<style>.*?</style>|style=\"[^\"]*\"", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("'[^'\n]*'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[^{}]*\{[^{}]*\ddvh[^{}]*\}")]
    private static partial Regex DynamicHeight();
}
