using Disclosure.Core.Common;
using Disclosure.Core.Ledgers;
using Disclosure.Web.Components.Shared;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Ledgers;

/// <summary>台账: the month's secrecy reviews by unit, with the items behind every figure, and its confirmation by the office.</summary>
public sealed partial class LedgersPage
{
    private const string PageKey = "page";
    private const int MostOwed = 12;
    private const string EmptyText = "";
    private LedgerMonth month;
    private LedgerView? view;
    private LedgerItemPage? items;
    private Problem? problem;
    private Guid command = Guid.NewGuid();
    private KeptFormScope? kept;
    private string remark = EmptyText;
    private bool busy;
    private bool done;

    /// <summary>「2026-11」; the present month when none is given.</summary>
    [SupplyParameterFromQuery]
    public string? Month { get; set; }

    /// <summary>Column whose items are shown.</summary>
    [SupplyParameterFromQuery]
    public string? Column { get; set; }

    /// <summary>Unit of the figure, or null for a sum.</summary>
    [SupplyParameterFromQuery]
    public int? Unit { get; set; }

    /// <summary>Block of the figure.</summary>
    [SupplyParameterFromQuery]
    public string? Block { get; set; }

    /// <summary>Page of the items, from 1.</summary>
    [SupplyParameterFromQuery]
    public int? Page { get; set; }

    [Inject]
    private LedgerQueries Queries { get; set; } = default!;

    [Inject]
    private LedgerService Service { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => BureauTime.Day(Now);

    private int Number => Math.Max(1, Page ?? 1);

    private LedgerColumn? Chosen => Enum.TryParse<LedgerColumn>(Column, out var column) && Enum.IsDefined(column) ? column : null;

    private LedgerBlock ChosenBlock => Enum.TryParse<LedgerBlock>(Block, out var block) && Enum.IsDefined(block) ? block : LedgerBlock.All;

    private string Heading => Chosen is { } column ? view!.Figure(column, Unit, ChosenBlock) : "";

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var wanted = LedgerMonth.Read(Month) ?? LedgerMonth.Of(Today);
        var before = month;
        month = wanted.First > Today ? LedgerMonth.Of(Today) : wanted;
        if (month != before)
        {
            // A remark is about its month.
            remark = EmptyText;
        }
        (problem, done) = (null, false);
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        var by = await Current.GetAsync();
        view = await Queries.MonthAsync(month, by, Now);
        items = Chosen is { } column ? await Queries.ItemsAsync(month, column, Unit, ChosenBlock, Number - 1, by, Now) : null;
    }

    private void Go(string? chosen)
    {
        if (LedgerMonth.Read(chosen) is { } wanted)
        {
            Navigation.NavigateTo($"/ledgers?month={wanted}");
        }
    }

    private async Task ConfirmAsync(ActEventArgs act)
    {
        if (busy || !await kept!.AgreesAsync(act))
        {
            return;
        }
        busy = true;
        var outcome = await Service.ConfirmAsync(month, view!.Sha256, remark, command, await Current.GetAsync(), Now);
        (problem, command, busy, done) = (outcome.Problem, Guid.NewGuid(), false, outcome.Ok);
        if (outcome.Ok)
        {
            await kept.ForgetAsync();
        }
        await ReadAsync();
    }
}
