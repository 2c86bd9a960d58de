using System.Text.Json;
using System.Xml.Linq;

namespace Disclosure.Tests.Architecture;

/// <summary>Every restored package, those brought along by others included, carries a licence that the bureau may pass on.</summary>
public sealed class LicenceTests
{
    private static readonly string[] Shipped =
    [
        "MIT",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "0BSD",
        "OFL-1.1",
        "Unlicense",
        "CC0-1.0",
        "blessing",
    ];

    [Theory]
    [InlineData("Disclosure.Core", false)]
    [InlineData("Disclosure.Web", false)]
    [InlineData("Disclosure.Tests", true)]
    public void Packages_CarryAPermittedLicence(string project, bool onlyTests)
    {
        string[] allowed = onlyTests ? [.. Shipped, "MPL-2.0"] : Shipped;
        var licences = Licences(project).ToList();
        Assert.NotEmpty(licences);
        Assert.DoesNotContain(licences, l => !allowed.Intersect(l.Licence.Split(" OR ")).Any());
    }

    [Fact]
    public void Solution_HasNoPackageOutsideTheCentralList()
    {
        var pinned = XDocument.Load(Path.Combine(FolderTests.Root, "Directory.Packages.props")).Descendants("PackageVersion").ToList();
        Assert.All(pinned, p => Assert.Matches(@"^\d+(\.\d+)+(-[\w.]+)?$", p.Attribute("Version")!.Value));
        var projects = Directory.GetFiles(FolderTests.Root, "*.csproj", SearchOption.AllDirectories);
        Assert.All(projects.SelectMany(p => XDocument.Load(p).Descendants("PackageReference")), r => Assert.Null(r.Attribute("Version")));
    }

    private static IEnumerable<(string Package, string Licence)> Licences(string project)
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(FolderTests.Root, project, "obj", "project.assets.json")));
        var folders = assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(f => f.Name).ToList();
        foreach (
            var library in assets
                .RootElement.GetProperty("libraries")
                .EnumerateObject()
                .Where(l => l.Value.GetProperty("type").GetString() == "package")
        )
        {
            var path = library.Value.GetProperty("path").GetString()!;
            var folder = folders.Select(f => Path.Combine(f, path)).First(Directory.Exists);
            var metadata = XDocument
                .Load(Directory.GetFiles(folder, "*.nuspec").Single())
                .Descendants()
                .First(e => e.Name.LocalName == "metadata");
            yield return (library.Name, metadata.Elements().FirstOrDefault(e => e.Name.LocalName == "license")?.Value ?? "none named");
        }
    }
}
