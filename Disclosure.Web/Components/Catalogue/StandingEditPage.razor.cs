using Disclosure.Core.Bureau;
using Disclosure.Core.Catalogue;
using Disclosure.Core.Common;
using Disclosure.Web.Components.Shared;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Catalogue;

/// <summary>修订: the draft of the next version of the standing catalogue, edit by edit, and its coming into force (C4).</summary>
public sealed partial class StandingEditPage
{
    /// <summary>Where what is typed on the page is kept.</summary>
    public const string Place = "catalogue/standing/";

    private const string PastePlace = Place + "paste";
    private const string EnforcePlace = Place + "enforce";
    private const string EmptyText = "";
    private StandingDraftView? draft;
    private StandingRow? editing;
    private Guid command = Guid.NewGuid();
    private KeptFormScope? enforceForm;
    private KeptFormScope? pasteForm;
    private DateOnly? effectiveOn;
    private string done = "";
    private string pasted = EmptyText;
    private string reason = "";
    private bool ready;
    private bool busy;
    private bool giveUp;
    private bool pasting;

    [Inject]
    private StandingCatalogueQueries Queries { get; set; } = default!;

    [Inject]
    private StandingDraftService Service { get; set; } = default!;

    [Inject]
    private FormDraftService Drafts { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private Problem? Problem { get; set; }

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    private IReadOnlyList<string> Groups => [.. draft!.Rows.Select(r => r.Group).Distinct()];

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        BeginEnforcing();
        await ReadAsync();
        // What was begun and not sent stands open again.
        var left = await Drafts.LeftAsync(Place, await Current.GetAsync(), Now);
        pasting = left.Contains(PastePlace);
        editing = draft?.Rows.Prepend(StandingRow.Blank).FirstOrDefault(r => left.Contains(StandingRowForm.PlaceOf(r.EntryId)));
    }

    private void BeginEnforcing() => (effectiveOn, reason) = (BureauTime.Day(Now), "");

    private async Task ReadAsync()
    {
        draft = await Queries.DraftAsync(await Current.GetAsync(), Now);
        ready = true;
    }

    private void Open(StandingRow row) => (editing, Problem, done) = (row, null, "");

    private Task<bool> BeginAsync() => RunAsync((by, at) => Service.BeginAsync(command, by, at));

    private Task<bool> SaveAsync(StandingRow row) =>
        RunAsync((by, at) => Service.SaveAsync(draft!.State, row, by, at), $"“{row.Matter.Trim()}”已存入修订稿。");

    private void Saved(bool written) => editing = written ? null : editing;

    private Task<bool> UndoAsync() => RunAsync((by, at) => Service.UndoAsync(draft!.State, by, at), $"已撤销：{draft!.LastDone}");

    private Task<bool> MoveAsync(StandingRow row, bool up) =>
        RunAsync((by, at) => Service.MoveAsync(draft!.State, row.EntryId, up, by, at));

    private Task<bool> RemoveAsync(StandingRow row) =>
        RunAsync((by, at) => Service.RemoveAsync(draft!.State, row.EntryId, by, at), $"已从修订稿删除“{row.Matter}”，可以撤销。");

    private async Task PasteAsync(ActEventArgs act)
    {
        if (!await pasteForm!.AgreesAsync(act))
        {
            return;
        }
        if (await RunAsync((by, at) => Service.PasteAsync(draft!.State, pasted, by, at), "已加入修订稿，请逐项核对。"))
        {
            await LeavePasteAsync();
        }
    }

    private async Task LeavePasteAsync()
    {
        await pasteForm!.ForgetAsync();
        (pasted, pasting) = (EmptyText, false);
    }

    private async Task EnforceAsync(ActEventArgs act)
    {
        if (!await enforceForm!.AgreesAsync(act) || effectiveOn is not { } day)
        {
            return;
        }
        if (
            await RunAsync((by, at) => Service.EnforceAsync(draft!.State, day, reason, command, by, at), "新版本已存档，自施行日期起使用。")
        )
        {
            await ForgetAllAsync();
        }
    }

    private async Task DiscardAsync()
    {
        if (await RunAsync((by, at) => Service.DiscardAsync(draft!.State, by, at), "修订稿已放弃。"))
        {
            giveUp = false;
            await ForgetAllAsync();
        }
    }

    // What was typed about this draft says nothing about the next one.
    private async Task ForgetAllAsync()
    {
        await enforceForm!.ForgetAsync();
        var by = await Current.GetAsync();
        foreach (var place in await Drafts.LeftAsync(Place, by, Now))
        {
            await Drafts.SaveAsync(place, null, "", by, Now);
        }
        BeginEnforcing();
        (editing, pasting, pasted) = (null, false, EmptyText);
    }

    private async Task<bool> RunAsync<T>(Func<Actor, DateTime, Task<Outcome<T>>> act, string said = "")
    {
        if (busy)
        {
            return false;
        }
        busy = true;
        var outcome = await act(await Current.GetAsync(), Now);
        (busy, Problem, done, command) = (false, outcome.Problem, outcome.Ok ? said : "", Guid.NewGuid());
        await ReadAsync();
        return outcome.Ok;
    }
}
