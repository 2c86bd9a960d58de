using Disclosure.Core.Approval;
using Disclosure.Core.Submissions;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Submissions;

/// <summary>Links a policy document and its interpretation (C2).</summary>
public sealed partial class LinkedItemPicker(InboxQueries inbox, ItemQueries items, CurrentActor current, TimeProvider clock)
{
    private const string Field = nameof(ItemContent.LinkedItemId);

    private string text = "";
    private string title = "";
    private int? titled;
    private IReadOnlyList<ItemRow>? found;

    /// <summary>The form.</summary>
    [CascadingParameter]
    public required DraftForm Form { get; set; }

    private string Label => Form.Content.Kind == ItemKind.Interpretation ? "所解读的政策文件" : "政策解读稿";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (Form.Content.LinkedItemId is { } linked && linked != titled)
        {
            titled = linked;
            title = (await items.FindAsync(linked, await current.GetAsync(), Now))?.Content.Title ?? "";
        }
    }

    private async Task FindAsync() => found = await inbox.LinkableAsync(Form.Item.Id, text, await current.GetAsync(), Now);

    private void Choose(ItemRow? row)
    {
        (titled, title, found) = (row?.Id, row?.ShownTitle ?? "", null);
        Form.Set(Field, c => c.LinkedItemId = row?.Id);
    }
}
