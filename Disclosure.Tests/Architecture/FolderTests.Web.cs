using System.Text.RegularExpressions;

namespace Disclosure.Tests.Architecture;

/// <summary>Uses between the folders of Web, taken from the compiled program, so that a tag counts as a use.</summary>
public sealed partial class FolderTests
{
    private const string Top = "(top)";

    /// <summary>Each folder of Web and the folders directly below it; what lies below those is below it too.</summary>
    private static readonly Dictionary<string, string[]> WebFolders = new()
    {
        ["Setup"] = [],
        ["Components/Shared"] = ["Setup"],
        ["Components/Layout"] = ["Components/Shared"],
        ["Components/Account"] = ["Components/Layout"],
        ["Components/Archive"] = ["Components/Shared"],
        ["Components/Audit"] = ["Components/Shared"],
        ["Components/Bureau"] = ["Components/Shared"],
        ["Components/Catalogue"] = ["Components/Shared"],
        ["Components/Deadlines"] = ["Components/Shared"],
        ["Components/Evidence"] = ["Components/Shared"],
        ["Components/Interpretation"] = ["Components/Shared"],
        ["Components/Ledgers"] = ["Components/Shared"],
        ["Components/Obligations"] = ["Components/Shared"],
        ["Components/Participation"] = ["Components/Shared"],
        ["Components/Printing"] = ["Components/Shared"],
        ["Components/Reminders"] = ["Components/Shared"],
        ["Components/Rules"] = ["Components/Shared"],
        ["Components/Search"] = ["Components/Shared"],
        ["Components/Publication"] = ["Components/Deadlines"],
        ["Components/PublicOpinion"] = ["Components/Layout"],
        ["Components/Review"] = ["Components/Evidence"],
        ["Components/Holds"] = ["Components/Review"],
        ["Components/Submissions"] = ["Components/Holds"],
        ["Components/Approval"] =
        [
            "Components/Account",
            "Components/Holds",
            "Components/Obligations",
            "Components/Printing",
            "Components/PublicOpinion",
            "Components/Publication",
        ],
        ["Components"] = ["Components/Account"],
        ["Endpoints"] = ["Components/Audit", "Components/PublicOpinion", "Components/Search"],
        ["Commands"] = ["Setup"],
        [Top] = ["Commands", "Components", "Endpoints"],
    };

    [Fact]
    public void WebFolders_AreThoseOfTheDrawing()
    {
        var there = WebFiles().Select(FolderOf).Distinct();
        Assert.Empty(there.Except(WebFolders.Keys));
        Assert.Empty(WebFolders.Keys.Except(there));
    }

    [Fact]
    public void NoFolderOfWeb_UsesOneAboveIt()
    {
        var compiled =
            from type in typeof(Disclosure.Web.Components.App).Assembly.GetTypes()
            let folder = FolderOf(type)
            from used in TypeUses.Of(type)
            select (Folder: folder, Used: FolderOf(used), By: type.FullName ?? type.Name, What: used.Name);
        var scripts =
            from file in WebFiles()
            let folder = FolderOf(file)
            from Match m in ScriptPath().Matches(File.ReadAllText(Path.Combine(Web, file)))
            select (Folder: folder, Used: "Components/" + m.Groups[1].Value, By: file, What: m.Value);
        var wrong =
            from use in compiled.Concat(scripts)
            where use.Used != use.Folder && !Below(use.Folder, WebFolders).Contains(use.Used)
            select $"{use.Folder} uses {use.Used}: {use.What} in {use.By}";
        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void EveryFileOfWeb_LivesInTheNamespaceOfItsFolder()
    {
        // The namespace of a razor file is that of its folder unless it says otherwise.
        var wrong =
            from file in WebFiles()
            where FolderOf(file) != Top
            let stated = StatedNamespace().Match(File.ReadAllText(Path.Combine(Web, file)))
            where stated.Success || file.EndsWith(".cs", StringComparison.Ordinal)
            where
                !(stated.Groups[1].Value + ".").StartsWith($"Disclosure.Web.{FolderOf(file).Replace('/', '.')}.", StringComparison.Ordinal)
            select file;
        Assert.Empty(wrong);
    }

    // What the compiler makes for generic components stands in a namespace of its own, below the name of the page.
    private static string FolderOf(Type type)
    {
        var parts = (type.Namespace ?? "").Replace("__Blazor.", "", StringComparison.Ordinal).Split('.');
        return parts is ["Disclosure", "Web", "Components", var folder, ..] && WebFolders.ContainsKey("Components/" + folder)
                ? "Components/" + folder
            : parts is ["Disclosure", "Web", var first, ..] ? first
            : Top;
    }

    private static string FolderOf(string file) =>
        file.Split('/') switch
        {
            ["Components", var folder, _, ..] => "Components/" + folder,
            [var folder, _, ..] => folder,
            _ => Top,
        };

    private static IEnumerable<string> WebFiles() =>
        from file in Directory.GetFiles(Web, "*", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Web, file).Replace('\\', '/')
        where
            !path.StartsWith("obj/", StringComparison.Ordinal)
            && !path.StartsWith("bin/", StringComparison.Ordinal)
            && !path.StartsWith("wwwroot/", StringComparison.Ordinal)
        where Path.GetExtension(path) is ".cs" or ".razor" or ".js"
        select path;

    private static string Web => Path.Combine(Root, "Disclosure.Web");

    [GeneratedRegex(@"(?:\./Components|""\.\.)/([A-Z]\w+)/\w+\.razor\.js")]
    private static partial Regex ScriptPath();

    [GeneratedRegex(@"^@?namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex StatedNamespace();
}
