using Disclosure.Core.Approval;

namespace Disclosure.Tests.Core.Approval;

public sealed class RouteDiagramTests
{
    [Fact]
    public void ThePageInDocs_SaysWhatTheDataSays() =>
        Assert.Equal(RouteDiagram.Markdown(ApprovalRoutes.All), File.ReadAllText(Path.Combine(Top(), "docs", "routes.md")));

    [Fact]
    public void EveryStep_IsReachedAndLeft()
    {
        foreach (var route in ApprovalRoutes.All)
        {
            var ways = RouteDiagram.Forward(route).ToList();
            Assert.Equal(route.Steps.Skip(1), route.Steps.Where(s => ways.Exists(w => w.To == s)));
            Assert.Equal(route.Steps.SkipLast(1), route.Steps.Where(s => ways.Exists(w => w.From == s)));
            // Around the director and through the director.
            Assert.Equal(2, ways.Count(w => w.To.Code == "platform"));
        }
    }

    private static string Top()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Disclosure.sln")))
        {
            folder = folder.Parent!;
        }
        return folder.FullName;
    }
}
