using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Evidence;
using Disclosure.Core.Submissions;
using Disclosure.Web.Components.Evidence;
using Disclosure.Web.Components.Shared;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace Disclosure.Web.Components.Submissions;

/// <summary>
/// The submission form of cities and counties: seven sections in the order of the printed form. A new one has no row in the store before
/// its first word.
/// </summary>
public sealed partial class EditPage(
    ItemQueries items,
    DraftQueries queries,
    DraftService drafts,
    ApprovalService approval,
    HoldService holds,
    DraftTemplateService templates,
    EarlierItemQueries earlierItems,
    CurrentActor current,
    TimeProvider clock,
    EvidenceQueries evidences,
    EvidenceService words,
    IJSRuntime js,
    NavigationManager navigation,
    ISnackbar messages,
    ILogger<EditPage> log
) : IAsyncDisposable
{
    private DraftForm? form;
    private DraftKeeper? keeper;
    private ItemView? locked;
    private FilesSection? files;
    private IReadOnlyList<SubjectChoice> subjects = [];
    private IReadOnlyList<Colleague> colleagues = [];
    private Sheet? sheet;
    private ScreenScope? screen;
    private EvidenceModel? model;
    private IJSObjectReference? module;
    private IJSObjectReference? script;
    private string? copyOf;
    private MoveKind? asked;
    private Guid commandId;
    private Problem? problem;
    private bool unsaved;
    private bool storageBlocked;

    // The item the form is of; 0 before its first word.
    private int itemId;
    private (int, int?, int?, int?)? opened;

    /// <summary>The item; 0 for a new one.</summary>
    [Parameter]
    public int Id { get; set; }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (keeper is not null)
        {
            if (keeper.Dirty)
            {
                await keeper.SaveAsync();
            }
            await keeper.DisposeAsync();
        }
        await ForgetProcessingAsync();
        try
        {
            if (script is not null)
            {
                await script.InvokeVoidAsync("dispose");
                await script.DisposeAsync();
            }
            if (module is not null)
            {
                await module.DisposeAsync();
            }
        }
        catch (Exception e) when (e.IsOfTheLine())
        {
            // The page is gone, and its script with it; what was typed last lies in the browser's own copy.
        }
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        // A form that has begun its item meanwhile is the same form.
        if (opened != (Id, Unit, From, Template))
        {
            (opened, itemId) = ((Id, Unit, From, Template), Id);
            await LoadAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (form is null || sheet is null || module is not null)
        {
            return;
        }
        module = await js.InvokeAsync<IJSObjectReference>("import", "./js/draft.js");
        script = await module.InvokeAsync<IJSObjectReference>("attach", sheet!.Root, CopyKey);
        (copyOf, storageBlocked) = (await script.InvokeAsync<string?>("offered"), await script.InvokeAsync<bool>("blocked"));
        if (copyOf is { Length: > 0 } || storageBlocked)
        {
            StateHasChanged();
        }
        await TellBegunAsync();
        await model!.CatchUpAsync();
    }

    /// <param name="keep">Whether what was typed here meanwhile and is not stored yet goes on standing on the page.</param>
    private async Task LoadAsync(bool keep = false)
    {
        var by = await current.GetAsync();
        var item = itemId == 0 ? await BlankAsync(by) : await items.FindAsync(itemId, by, Now);
        if (item is null)
        {
            navigation.NotFound();
            return;
        }
        if (!item.MayEdit)
        {
            (locked, form) = (item, null);
            return;
        }
        locked = null;
        (colleagues, subjects) = (await queries.ColleaguesAsync(item.Unit.Id, by, Now), await queries.SubjectsAsync());
        var fresh = new DraftForm(item, by.StaffId);
        var accounts = await queries.NamesakesAsync(fresh.Content, item.Unit.Id, by, Now);
        await ReadEvidenceAsync();
        var copied = form is null && fresh.IsBlank && await TakeOverAsync(fresh, by);
        await TakeUpAsync(fresh, keep);
        if (copied)
        {
            // What was taken over is no empty form: it is kept like what was typed.
            OnChanged();
        }
        if (fresh.SetAccounts(accounts))
        {
            // A name stored by an earlier version has become an account here; the store is told.
            keeper!.Touch();
        }
        form!.Recheck(BureauTime.Day(Now));
    }

    private async Task TakeUpAsync(DraftForm fresh, bool keep)
    {
        if (keeper is not null)
        {
            keeper.Told -= OnTold;
            await keeper.DisposeAsync();
        }
        var typed = keep && keeper is { Dirty: true } ? form : null;
        fresh.SetFiles(fresh.Item.Files, form?.Unfinished ?? []);
        form = fresh;
        keeper = new DraftKeeper(drafts, fresh, current.GetAsync, clock, work => InvokeAsync(work), log)
        {
            Begun = () => Unattended.Run(() => InvokeAsync(TellBegunAsync), DispatchExceptionAsync),
        };
        (unsaved, problem, asked) = (false, null, null);
        keeper.Told += OnTold;
        form.Changed += OnChanged;
        form.SaveAsync = keeper.SaveAsync;
        if (typed is not null)
        {
            fresh.Continue(typed);
            keeper.Touch();
        }
        await TakeUpProcessingAsync(fresh.Item);
        form.Recheck(BureauTime.Day(Now));
    }

    private void OnChanged()
    {
        unsaved = true;
        keeper!.Touch();
        if (form!.IsBlank)
        {
            // With the first word the item begins; nothing waits for the typing to rest.
            Unattended.Run(() => InvokeAsync(keeper.SaveAsync), DispatchExceptionAsync);
        }
        Recheck();
    }

    private void Recheck()
    {
        form!.Recheck(BureauTime.Day(Now));
        StateHasChanged();
    }

    private void OnTold() => Unattended.Run(() => InvokeAsync(HearAsync), DispatchExceptionAsync);

    // The browser's copy has served its purpose once the store holds everything.
    private async Task HearAsync()
    {
        if (form is { IsBlank: false } begun && begun.Item.Id != itemId)
        {
            itemId = begun.Item.Id;
            await ReadEvidenceAsync();
            StateHasChanged();
        }
        if (keeper is not null && form is not null && form.Refused != keeper.Problem)
        {
            // A refusal that names a field is said beside that field too.
            form.Refused = keeper.Problem;
            StateHasChanged();
        }
        if (keeper is { Dirty: false, Problem: null } && unsaved && script is not null)
        {
            unsaved = false;
            try
            {
                await script.InvokeVoidAsync("saved");
            }
            catch (Exception e) when (e.IsOfTheLine())
            {
                // The copy stays; it is cleared with the next saving, or found equal at the next opening.
                unsaved = true;
            }
        }
    }
}
