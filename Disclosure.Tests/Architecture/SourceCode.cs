using System.Text.RegularExpressions;

namespace Disclosure.Tests.Architecture;

/// <summary>
/// What is written in the sources, for rules that no compiler knows. Each file is one line, so that no rule depends on where a line was
/// broken.
/// </summary>
internal static partial class SourceCode
{
    /// <summary>Files of Core and Web, C# and Razor, without what tools have written; names begin with the project.</summary>
    public static IEnumerable<(string Name, string Text)> All() => Of("Disclosure.Core", "Disclosure.Web");

    /// <summary>The same of some projects.</summary>
    public static IEnumerable<(string Name, string Text)> Of(params string[] projects) =>
        from project in projects
        from file in Directory.EnumerateFiles(Path.Combine(FolderTests.Root, project), "*.*", SearchOption.AllDirectories)
        let name = Path.GetRelativePath(FolderTests.Root, file).Replace('\\', '/')
        where name.EndsWith(".cs", StringComparison.Ordinal) || name.EndsWith(".razor", StringComparison.Ordinal)
        where !Generated().IsMatch(name)
        select (name, Flat(File.ReadAllText(file)));

    /// <summary>
    /// A text without its comments and in one line: one space where there were several, none inside a bracket or before a member.
    /// </summary>
    public static string Flat(string text) => Joint().Replace(Space().Replace(Comment().Replace(text, ""), " "), "$1$2$3");

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"([(\[]) | ([)\]])| (\.)(?=\w)")]
    private static partial Regex Joint();

    [GeneratedRegex(@"(^|/)(obj|bin|Migrations)/")]
    private static partial Regex Generated();
}
