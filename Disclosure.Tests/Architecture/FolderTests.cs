using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Disclosure.Tests.Architecture;

/// <summary>The modules as drawn: modules of Core and folders of Web use only what lies below them, and Core knows no web.</summary>
public sealed partial class FolderTests
{
    /// <summary>Each module and the modules directly below it; what lies below those is below it too.</summary>
    private static readonly Dictionary<string, string[]> Modules = new()
    {
        ["Common"] = [],
        ["Store"] = ["Common"],
        ["Audit"] = ["Store"],
        ["Bureau"] = ["Audit"],
        ["Deadlines"] = ["Bureau"],
        ["Files"] = ["Common"],
        ["Examiner"] = ["Files"],
        ["Evidence"] = ["Review", "Examiner"],
        ["Forms"] = ["Common"],
        ["Submissions"] = ["Bureau"],
        ["Review"] = ["Submissions"],
        ["Approval"] = ["Deadlines", "Evidence"],
        ["Reminders"] = ["Approval"],
        ["Publication"] = ["Reminders", "Forms", "Examiner"],
        ["Interpretation"] = ["Publication"],
        ["PublicOpinion"] = ["Approval", "Publication"],
        ["Participation"] = ["Approval", "Publication"],
        ["Catalogue"] = ["Publication"],
        ["Ledgers"] = ["Publication", "Forms"],
        ["Obligations"] = ["Catalogue", "Ledgers"],
        ["Printing"] = ["Ledgers"],
        ["Archive"] = ["Printing", "Catalogue"],
        ["Search"] = ["Printing", "Catalogue"],
        ["Uploads"] = ["Printing", "Obligations"],
        ["Demonstration"] = ["Archive", "Search", "Obligations", "Participation", "PublicOpinion", "Interpretation"],
    };

    [Fact]
    public void Modules_AreThoseOfTheDrawing() =>
        Assert.Empty(Directory.GetDirectories(Core).Select(Path.GetFileName).Except(["bin", "obj", .. Modules.Keys]));

    [Fact]
    public void NoModule_ImportsOneAboveIt()
    {
        // Migrations are written by a tool and name every entity as text.
        var wrong =
            from module in Modules.Keys
            let below = Below(module, Modules)
            where Directory.Exists(Path.Combine(Core, module))
            from file in Directory.GetFiles(Path.Combine(Core, module), "*.cs", SearchOption.AllDirectories)
            where !file.Contains("Migrations", StringComparison.Ordinal)
            from used in Named().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value).Distinct()
            where used != module && Modules.ContainsKey(used) && !below.Contains(used)
            select $"{Path.GetRelativePath(Core, file)} uses {used}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void TheDrawing_HasNoCircle()
    {
        Assert.DoesNotContain(Modules.Keys, m => Below(m, Modules).Contains(m));
        Assert.DoesNotContain(WebFolders.Keys, f => Below(f, WebFolders).Contains(f));
    }

    [Fact]
    public void EveryFile_LivesInTheNamespaceOfItsModule()
    {
        var wrong = Directory
            .GetFiles(Core, "*.cs", SearchOption.AllDirectories)
            .Select(f => (Path: Path.GetRelativePath(Core, f).Replace('\\', '/'), Text: File.ReadAllText(f)))
            .Where(f =>
                !f.Path.StartsWith("obj/", StringComparison.Ordinal)
                && !f.Path.StartsWith("bin/", StringComparison.Ordinal)
                && f.Path.Contains('/', StringComparison.Ordinal)
            )
            .Where(f => !Regex.IsMatch(f.Text, $@"^namespace Disclosure\.Core\.{f.Path.Split('/')[0]}\b", RegexOptions.Multiline))
            .Select(f => f.Path);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Core_KnowsNoWeb()
    {
        string[] web =
        [
            "Microsoft.AspNetCore.Components",
            "Microsoft.AspNetCore.Http",
            "Microsoft.AspNetCore.Mvc",
            "MudBlazor",
            "Disclosure.Web",
        ];
        var used = typeof(Disclosure.Core.CoreServices).Assembly.GetReferencedAssemblies().Select(a => a.Name!);
        Assert.DoesNotContain(used, u => web.Any(w => u.StartsWith(w, StringComparison.Ordinal)));
    }

    [Fact]
    public void NobodyBelowTheWeb_AsksTheClock()
    {
        // The store stamps its own uploads and receipts from the TimeProvider handed in.
        var wrong = Directory
            .GetFiles(Core, "*.cs", SearchOption.AllDirectories)
            .Where(f => Clock().IsMatch(File.ReadAllText(f)))
            .Select(f => Path.GetRelativePath(Core, f))
            .Where(f => !f.StartsWith("obj", StringComparison.Ordinal));
        Assert.Empty(wrong);
    }

    private static HashSet<string> Below(string folder, Dictionary<string, string[]> drawing)
    {
        var below = new HashSet<string>();
        var open = new Stack<string>(drawing[folder]);
        while (open.TryPop(out var next))
        {
            if (below.Add(next))
            {
                Array.ForEach(drawing[next], open.Push);
            }
        }
        return below;
    }

    private static string Core => Path.Combine(Root, "Disclosure.Core");

    /// <summary>The folder of the solution.</summary>
    internal static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", ".."));

    private static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"\bDisclosure\.Core\.([A-Z]\w+)")]
    private static partial Regex Named();

    [GeneratedRegex(@"\b(DateTime|DateTimeOffset)\.(Now|UtcNow|Today)\b")]
    private static partial Regex Clock();
}
