using System.Text.RegularExpressions;

namespace Disclosure.Tests.Architecture;

/// <summary>Pages use the wrappers of Shared and MudBlazor; an element of the browser stands in a wrapper only (screens.md).</summary>
public sealed partial class RawElementTests
{
    /// <summary>Where elements of the browser stand, with the reason.</summary>
    private static readonly Dictionary<string, string> Own = new()
    {
        ["Shared/Fields/"] = "the wrappers",
        ["Shared/PlainTable.razor"] = "the wrapper of tables",
        ["Printing/Sheet"] = "the printed sheet on the screen",
        ["Evidence/PreviewPage.razor"] = "the preview of a file",
        ["Account/"] = "static pages, drawn before a circuit is there",
    };

    /// <summary>Folders whose pages are still to be rebuilt; one that is clean leaves this list.</summary>
    private static readonly string[] ToRebuild =
    [
        "Approval/",
        "Layout/",
        "Shared/",
    ];

    [Fact]
    public void NoPageHasAnElementOfItsOwn() =>
        Assert.DoesNotContain(Found(), f => !ToRebuild.Any(folder => f.Path.StartsWith(folder, StringComparison.Ordinal)));

    [Fact]
    public void AFolderThatIsRebuilt_LeavesTheList() =>
        Assert.All(ToRebuild, folder => Assert.Contains(Found(), f => f.Path.StartsWith(folder, StringComparison.Ordinal)));

    private static List<(string Path, string Element)> Found()
    {
        var root = Path.Combine(FolderTests.Root, "Disclosure.Web", "Components");
        return
        [
            .. from file in Directory.EnumerateFiles(root, "*.razor", SearchOption.AllDirectories)
            let path = Path.GetRelativePath(root, file).Replace('\\', '/')
            where !Own.Keys.Any(own => path.StartsWith(own, StringComparison.Ordinal))
            from match in Raw().Matches(File.ReadAllText(file))
            select (path, match.Value),
        ];
    }

    [GeneratedRegex("<(input|select|textarea|table)[\\s>]")]
    private static partial Regex Raw();
}
