using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Layout;

/// <summary>The side menu in groups; which of them stand open is remembered for the person.</summary>
public sealed partial class SideMenu(Menu menu, NavigationManager navigation)
{
    // What is opened or closed here counts at once, also before the store has it.
    private HashSet<string>? chosen;

    /// <summary>What the person's duties open.</summary>
    [Parameter]
    [EditorRequired]
    public required FrameView Frame { get; set; }

    private HashSet<string> Chosen => chosen ??= [.. Frame.Open ?? new HashSet<string> { Frame.Groups[0].Code }];

    private static string Spoken(MenuGroup group, bool stands) =>
        stands || group.Count == 0 ? group.Word : $"{group.Word}，{group.Count} 件{(group.Late ? "，有超期" : "")}";

    private bool IsOpen(MenuGroup group) => Chosen.Contains(group.Code);

    private Task ToggleAsync(MenuGroup group, bool open)
    {
        if (open ? Chosen.Add(group.Code) : Chosen.Remove(group.Code))
        {
            return menu.RememberAsync(Frame.Groups.Select(g => g.Code).Where(Chosen.Contains));
        }
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        // Whoever comes to a page by a link sees where it stands.
        var here = navigation.ToBaseRelativePath(navigation.Uri).Split('?', '#')[0];
        if (Frame.Groups.FirstOrDefault(g => g.Lines.Any(l => Holds(l.Path, here))) is { } group)
        {
            Chosen.Add(group.Code);
        }
    }

    private static bool Holds(string path, string here) =>
        path == here || (path.Length > 0 && here.StartsWith(path + "/", StringComparison.Ordinal));
}
