using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Interpretation;
using Disclosure.Core.Submissions;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Submissions;

/// <summary>Links a policy document and its interpretation (C2).</summary>
public sealed partial class LinkedItemPicker(
    InboxQueries inbox,
    ItemQueries items,
    InterpretationService interpretations,
    CurrentActor current,
    TimeProvider clock
)
{
    private const string Field = nameof(ItemContent.LinkedItemId);

    private readonly Guid command = Guid.NewGuid();
    private Problem? problem;
    private bool busy;
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
            title = (await items.HeadingAsync(linked, await current.GetAsync(), Now))?.Title ?? "";
        }
    }

    private async Task FindAsync()
    {
        var wanted = Form.Content.Kind == ItemKind.Interpretation ? ItemKind.PolicyDocument : ItemKind.Interpretation;
        found = [.. (await inbox.LinkableAsync(Form.Item.Id, text, await current.GetAsync(), Now)).Where(r => r.Kind == wanted)];
    }

    private async Task BeginAsync()
    {
        busy = true;
        // The kind may have been chosen a moment ago; the interpretation begins from what the store holds.
        problem = await Form.SaveAsync();
        if (problem is not null)
        {
            busy = false;
            return;
        }
        var outcome = await interpretations.BeginAsync(Form.Item.Id, command, await current.GetAsync(), Now);
        (busy, problem) = (false, outcome.Problem);
        if (outcome.Ok)
        {
            (titled, title) = (outcome.Value, $"《{Form.Content.Title}》政策解读");
            Form.Set(Field, c => c.LinkedItemId = outcome.Value);
        }
    }

    private void Choose(ItemRow? row)
    {
        (titled, title, found) = (row?.Id, row?.ShownTitle ?? "", null);
        Form.Set(Field, c => c.LinkedItemId = row?.Id);
    }
}
