using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Layout;

/// <summary>The side menu in groups; which of them stand open is remembered for the person.</summary>
public sealed partial class SideMenu(Menu menu, NavigationManager navigation)
{
    private HashSet<string>? open;
    private string? shown;

    /// <summary>What the person's duties open.</summary>
    [Parameter]
    [EditorRequired]
    public required FrameView Frame { get; set; }

    private static string Spoken(MenuGroup group, bool stands) =>
        stands || group.Count == 0 ? group.Word : $"{group.Word}，{group.Count} 件{(group.Late ? "，有超期" : "")}";

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync() => open = await menu.OpenAsync() ?? [Frame.Groups[0].Code];

    // Whoever comes to a page by a link sees where it stands. Once: what a person closes stays closed, whatever is counted anew.
    private HashSet<string> Standing(HashSet<string> groups)
    {
        var here = navigation.ToBaseRelativePath(navigation.Uri).Split('?', '#')[0];
        if (here != shown && Frame.Groups.FirstOrDefault(g => g.Lines.Any(l => Holds(l.Path, here))) is { } group)
        {
            groups.Add(group.Code);
        }
        shown = here;
        return groups;
    }

    private Task ToggleAsync(MenuGroup group, bool opens)
    {
        var changed = opens ? open!.Add(group.Code) : open!.Remove(group.Code);
        return changed ? menu.RememberAsync(Frame.Groups.Select(g => g.Code).Where(open.Contains)) : Task.CompletedTask;
    }

    private static bool Holds(string path, string here) =>
        path == here || (path.Length > 0 && here.StartsWith(path + "/", StringComparison.Ordinal));
}
