using Disclosure.Core.Bureau;
using Disclosure.Core.Review;

namespace Disclosure.Core.Approval;

/// <summary>
/// Draws the routes as Markdown with Mermaid, from the same data the judge reads, so that the picture cannot say something else.
/// </summary>
public static class RouteDiagram
{
    /// <summary>The whole document: every route with its picture and its table.</summary>
    public static string Markdown(IEnumerable<Route> routes)
    {
        List<string> lines =
        [
            "# Routes",
            "",
            "Written from `Disclosure.Core/Approval/ApprovalRoutes.cs` by `RouteDiagram`; a test holds this page against the data.",
        ];
        foreach (var route in routes)
        {
            lines.AddRange([
                "",
                $"## {route.Name} (`{route.Code}`)",
                "",
                $"Numbers: {route.Series}〔year〕…号",
                "",
                "```mermaid",
                .. Mermaid(route),
                "```",
                "",
            ]);
            lines.AddRange(Table(route));
        }
        return string.Join('\n', lines) + "\n";
    }

    /// <summary>One route as lines of a Mermaid flowchart; dotted lines are returns to the first step that takes them.</summary>
    public static IReadOnlyList<string> Mermaid(Route route) =>
        [
            "flowchart TD",
            .. route.Steps.Select(s => $"  {Node(s)}[\"{string.Join("<br/>", Lines(s))}\"]"),
            "  published([\"已发布\"])",
            .. Forward(route).Select(f => $"  {Node(f.From)} -->|{f.Label}| {Node(f.To)}"),
            $"  {Node(route.Steps[^1])} -->|发布| published",
            .. route
                .Steps.Where(s => route.ReturnsFrom(s.Code).Any())
                .Select(s => $"  {Node(s)} -.->|退回| {Node(route.ReturnsFrom(s.Code).First())}"),
        ];

    /// <summary>Every way forward with what it is called; where a step is for major items only, two ways lead on.</summary>
    public static IEnumerable<(RouteStep From, RouteStep To, string Label)> Forward(Route route)
    {
        foreach (var (step, next) in route.Steps.Zip(route.Steps.Skip(1)))
        {
            var verb = step.Onward.Name();
            yield return (step, next, next.MajorOnly ? $"{verb}，重大稿件" : verb);
            if (next.MajorOnly && route.Steps.SkipWhile(s => s != next).Skip(1).FirstOrDefault() is { } beyond)
            {
                yield return (step, beyond, $"{verb}，其他稿件");
            }
        }
    }

    /// <summary>Who acts, and what lies on the step, in words.</summary>
    /// <param name="workDays">Limit in force where it differs from the route's own.</param>
    public static IEnumerable<string> Lines(RouteStep step, int? workDays = null)
    {
        yield return step.Name;
        yield return string.Join("或", step.Duties.Select(d => d.Name()));
        if (step.Review is { } tier)
        {
            yield return $"保密审查：{tier.Name()}";
        }
        if (step.WorkDays > 0)
        {
            yield return $"{workDays ?? step.WorkDays} 个工作日";
        }
    }

    private static IEnumerable<string> Table(Route route) =>
        [
            "| 环节 | 办理人 | 保密审查 | 时限（工作日） | 再次输入密码 | 可不予发布 | 可退回到 |",
            "|---|---|---|---|---|---|---|",
            .. route.Steps.Select(s =>
                Row(
                    s.Name,
                    string.Join("或", s.Duties.Select(d => d.Name())),
                    s.Review?.Name(),
                    s.WorkDays > 0 ? $"{s.WorkDays}" : "",
                    s.Password ? "是" : "",
                    s.MayDecline ? "是" : "",
                    string.Join("、", route.ReturnsFrom(s.Code).Select(r => r.Short))
                )
            ),
        ];

    private static string Row(params string?[] cells) => $"| {string.Join(" | ", cells.Select(c => string.IsNullOrEmpty(c) ? "—" : c))} |";

    // "end" and the like are words of Mermaid's own; a prefix keeps codes apart from them.
    private static string Node(RouteStep step) => "s_" + step.Code.Replace('-', '_');
}
