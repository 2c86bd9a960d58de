using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Disclosure.Tests.Architecture;

/// <summary>The house as drawn: arrows between the rooms of Core only run down, and Core knows no web.</summary>
public sealed partial class FolderTests
{
    /// <summary>Each room and the rooms directly below it; what lies below those is below it too.</summary>
    private static readonly Dictionary<string, string[]> Rooms = new()
    {
        ["Common"] = [],
        ["Store"] = ["Common"],
        ["Audit"] = ["Store"],
        ["Bureau"] = ["Audit"],
        ["Deadlines"] = ["Bureau"],
        ["Files"] = ["Common"],
        ["Examiner"] = ["Files"],
        ["Evidence"] = ["Submissions", "Examiner"],
        ["Forms"] = ["Common"],
        ["Submissions"] = ["Bureau"],
        ["Review"] = ["Submissions"],
        ["Approval"] = ["Review", "Deadlines", "Evidence"],
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
        ["Demonstration"] = ["Archive", "Search", "Obligations", "Participation", "PublicOpinion", "Interpretation"],
    };

    [Fact]
    public void Rooms_AreThoseOfTheDrawing() =>
        Assert.Empty(Directory.GetDirectories(Core).Select(Path.GetFileName).Except(["bin", "obj", .. Rooms.Keys]));

    [Fact]
    public void NoRoom_ImportsOneAboveIt()
    {
        // Migrations are written by a tool and name every entity as text.
        var wrong =
            from room in Rooms.Keys
            let below = Below(room)
            where Directory.Exists(Path.Combine(Core, room))
            from file in Directory.GetFiles(Path.Combine(Core, room), "*.cs", SearchOption.AllDirectories)
            where !file.Contains("Migrations", StringComparison.Ordinal)
            from used in Named().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value).Distinct()
            where used != room && Rooms.ContainsKey(used) && !below.Contains(used)
            select $"{Path.GetRelativePath(Core, file)} uses {used}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void EveryFile_LivesInTheNamespaceOfItsRoom()
    {
        var wrong = Directory.GetFiles(Core, "*.cs", SearchOption.AllDirectories)
            .Select(f => (Path: Path.GetRelativePath(Core, f).Replace('\\', '/'), Text: File.ReadAllText(f)))
            .Where(f => !f.Path.StartsWith("obj/", StringComparison.Ordinal) && !f.Path.StartsWith("bin/", StringComparison.Ordinal) && f.Path.Contains('/', StringComparison.Ordinal))
            .Where(f => !Regex.IsMatch(f.Text, $@"^namespace Disclosure\.Core\.{f.Path.Split('/')[0]}\b", RegexOptions.Multiline))
            .Select(f => f.Path);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Core_KnowsNoWeb()
    {
        string[] web = ["Microsoft.AspNetCore.Components", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Mvc", "MudBlazor", "Disclosure.Web"];
        var used = typeof(Disclosure.Core.CoreServices).Assembly.GetReferencedAssemblies().Select(a => a.Name!);
        Assert.DoesNotContain(used, u => web.Any(w => u.StartsWith(w, StringComparison.Ordinal)));
    }

    [Fact]
    public void NobodyBelowTheWeb_AsksTheClock()
    {
        // The store stamps its own uploads and receipts from the TimeProvider handed in.
        var wrong = Directory.GetFiles(Core, "*.cs", SearchOption.AllDirectories)
            .Where(f => Clock().IsMatch(File.ReadAllText(f))).Select(f => Path.GetRelativePath(Core, f))
            .Where(f => !f.StartsWith("obj", StringComparison.Ordinal));
        Assert.Empty(wrong);
    }

    private static HashSet<string> Below(string room)
    {
        var below = new HashSet<string>(Rooms[room]);
        foreach (var next in Rooms[room])
        {
            below.UnionWith(Below(next));
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
