using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Microsoft.JSInterop;
using MudBlazor;

namespace Disclosure.Web.Components.Submissions;

/// <summary>What the buttons of the form do.</summary>
public sealed partial class EditPage
{
    private async Task CheckAsync()
    {
        await files!.ReadAsync();
        form!.CheckWhole();
        Recheck();
        if (form.Problems.Count > 0)
        {
            await JumpAsync("missing");
        }
        else
        {
            Ask(MoveKind.Send);
        }
    }

    private void Ask(MoveKind kind) => (asked, commandId, problem) = (kind, Guid.NewGuid(), null);

    private void CallOff() => asked = null;

    private async Task DecideAsync()
    {
        problem = await keeper!.SaveAsync();
        if (problem is not null || asked is not { } kind)
        {
            return;
        }
        var by = await current.GetAsync();
        var command = new Command(kind, commandId, form!.Item.Step.Code, form.Item.Version) { Answers = form.Answers };
        var outcome = await approval.DecideAsync(Id, command, null, by, Now);
        problem = outcome.Problem;
        if (!outcome.Ok)
        {
            return;
        }
        await ForgetCopyAsync();
        var number = (await items.FindAsync(Id, by, Now))?.Number;
        messages.Add(kind == MoveKind.Send ? $"已送审，编号 {number}。" : "已中止，文件已清除。请按保密规定在纸质渠道办理。", Severity.Success);
        navigation.NavigateTo($"items/{Id}");
    }

    private async Task ConfirmBylineAsync()
    {
        if (await keeper!.SaveAsync() is null)
        {
            var by = await current.GetAsync();
            if ((await drafts.ConfirmBylineAsync(Id, by, Now)).Problem is { } refused)
            {
                messages.Add(refused.Text, Severity.Error);
            }
            await ReloadAsync();
        }
    }

    /// <summary>Takes the store's draft; what was typed here and not saved is given up.</summary>
    private async Task ReloadAsync()
    {
        await ForgetCopyAsync();
        var whole = form!.CheckedWhole;
        await LoadAsync();
        if (whole && form is not null)
        {
            form.CheckWhole();
        }
    }

    /// <summary>Keeps what stands on this page and saves it over the newer draft.</summary>
    private async Task OverwriteAsync()
    {
        if (await items.FindAsync(Id, await current.GetAsync(), Now) is { MayEdit: true } latest)
        {
            keeper!.BuildOn(latest.DraftVersion);
            await keeper.SaveAsync();
        }
        else
        {
            await LoadAsync();
        }
    }

    private async Task JumpAsync(string place)
    {
        if (script is not null)
        {
            // The place may have come with this very click; the script waits for it.
            await script.InvokeVoidAsync("jump", place);
        }
    }

    private async Task RestoreAsync()
    {
        copyOf = null;
        await script!.InvokeVoidAsync("restore");
    }

    private async Task DropCopyAsync()
    {
        copyOf = null;
        await script!.InvokeVoidAsync("drop");
    }

    private async Task ForgetCopyAsync()
    {
        copyOf = null;
        if (script is not null)
        {
            await script.InvokeVoidAsync("forget");
        }
    }
}
