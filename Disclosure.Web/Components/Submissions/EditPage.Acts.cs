using Disclosure.Core.Approval;
using Disclosure.Core.Review;
using Disclosure.Web.Components.Holds;
using Disclosure.Web.Components.Shared;
using Microsoft.JSInterop;
using MudBlazor;

namespace Disclosure.Web.Components.Submissions;

/// <summary>What the buttons of the form do.</summary>
public sealed partial class EditPage
{
    private async Task CheckAsync()
    {
        await files!.ReadAsync();
        await LookUpAuthorsAsync();
        form!.CheckWhole();
        Recheck();
        if (form.Problems.Count > 0 || model?.Foresee(form.Answers) is not null)
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

    private async Task DecideAsync(ActEventArgs act)
    {
        // Nothing is sent but what the page shows: what it shows and the server has not received is said, and goes again.
        if (!await screen!.AgreesAsync(act))
        {
            // The refusal stands on the form, which an open question would cover.
            asked = null;
            return;
        }
        problem = await keeper!.SaveAsync() ?? (processing is null ? null : await processing.SaveAsync());
        if (problem is not null || asked is not { } kind)
        {
            return;
        }
        var by = await current.GetAsync();
        var command = new Command(kind, commandId, form!.Item.Step.Code, form.Item.Version) { Answers = form.Answers };
        if (kind == MoveKind.Hold)
        {
            command = command with
            {
                Text = typedHold.Reason,
                Hold = typedHold.Kind,
                HoldCriterion = typedHold.Criterion,
                HoldPapers = typedHold.Papers(form.Answers),
            };
        }
        var outcome = await approval.DecideAsync(itemId, command, null, by, Now);
        problem = outcome.Problem;
        if (!outcome.Ok)
        {
            return;
        }
        await ForgetCopyAsync();
        if (kind == MoveKind.Hold && typedHold.Kind == HoldKind.Redaction)
        {
            // It stays here: the processed version is made on this very form.
            typedHold = new TypedHold();
            await LoadAsync(keep: true);
            messages.Add("已转入区分处理，请更换为处理后的文件。", Severity.Success);
            return;
        }
        var number = (await items.HeadingAsync(itemId, by, Now))?.Number;
        messages.Add(Done(kind, number), Severity.Success);
        navigation.NavigateTo($"items/{itemId}");
    }

    private static string Done(MoveKind kind, string? number) =>
        kind switch
        {
            MoveKind.Send => $"已送审，编号 {number}。",
            MoveKind.Hold => "已暂停，办结后再继续。",
            _ => "已中止，文件已清除。请按保密规定在纸质渠道办理。",
        };

    // The rest of the form stays as it is; whatever is chosen meanwhile builds on what was just stored.
    private async Task ConfirmBylineAsync()
    {
        if (await keeper!.ConfirmAsync(form!.AuthorshipOver) is { } refused && !keeper.IsConflict)
        {
            messages.Add(refused.Text, Severity.Error);
            // A colleague may have changed the files: the text to confirm is the one with those.
            await files!.ReadAsync();
        }
        Recheck();
    }

    // A name that only one colleague bears is that colleague; asked once the name is typed to its end.
    private async Task LookUpAuthorsAsync()
    {
        var found = await queries.NamesakesAsync(form!.Content, form.Item.Unit.Id, await current.GetAsync(), Now);
        if (form.SetAccounts(found))
        {
            OnChanged();
        }
        Recheck();
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
        if (await items.HeadingAsync(itemId, await current.GetAsync(), Now) is { MayEdit: true } latest)
        {
            keeper!.BuildOn(latest.DraftVersion);
            await keeper.SaveAsync();
        }
        else
        {
            await LoadAsync();
        }
    }

    private Task JumpAsync(string place)
    {
        // The place may have come with this very click; the script waits for it.
        return TellScriptAsync("jump", place);
    }

    private Task RestoreAsync()
    {
        copyOf = null;
        return TellScriptAsync("restore");
    }

    private Task DropCopyAsync()
    {
        copyOf = null;
        return TellScriptAsync("drop");
    }

    private Task ForgetCopyAsync()
    {
        copyOf = null;
        return TellScriptAsync("forget");
    }

    private async Task TellScriptAsync(string what, params object?[] with)
    {
        try
        {
            if (script is not null)
            {
                await script.InvokeVoidAsync(what, with);
            }
        }
        catch (Exception e) when (e.IsOfTheLine())
        {
            // What was decided is decided; the browser's copy is held against the store at the next opening.
        }
    }
}
