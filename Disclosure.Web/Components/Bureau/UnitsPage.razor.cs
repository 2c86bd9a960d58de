using Disclosure.Core.Bureau;

namespace Disclosure.Web.Components.Bureau;

/// <summary>Units of the bureau and the counties, and who is in charge of each section.</summary>
public partial class UnitsPage(BureauService bureau, BureauQueries queries)
{
    private IReadOnlyList<UnitRow> units = [];
    private IReadOnlyList<ChoiceRow> deputies = [];
    private IReadOnlyList<Shortage> shortages = [];
    private UnitRow? editing;
    private UnitRow? closing;
    private Guid click;
    private bool adding;
    private bool withClosed;
    private string text = "";
    private UnitDraft entry = new();

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        units = await queries.UnitsAsync(text, withClosed);
        shortages = await queries.ShortagesAsync(Today);
    }

    private void BeginAdd()
    {
        Leave();
        (adding, click) = (true, Guid.NewGuid());
        entry = new UnitDraft { Order = units.Count == 0 ? 10 : units.Max(u => u.Order) + 10 };
    }

    private async Task BeginEdit(UnitRow unit)
    {
        deputies = await queries.HoldersAsync(Duty.DeputyDirector, Today);
        if (unit.DeputyId is { } present && deputies.All(d => d.Id != present))
        {
            deputies = [.. deputies, new ChoiceRow(present, $"{unit.DeputyName}（已不在岗）")];
        }
        // Only now: a form that is begun anew must not close in between.
        Leave();
        editing = unit;
        entry = new UnitDraft
        {
            Name = unit.Name,
            ShortName = unit.ShortName,
            Order = unit.Order,
            DeputyId = unit.DeputyId ?? 0,
        };
    }

    private async Task BeginClose(UnitRow unit)
    {
        Leave();
        if (unit.Active)
        {
            closing = unit;
            return;
        }
        await RunAsync((by, now) => bureau.ReopenUnitAsync(unit.Id, by, now), $"“{unit.Name}”已恢复。");
    }

    private void Leave()
    {
        Hush();
        (adding, editing, closing) = (false, null, null);
    }

    private void Shut(bool sent) => editing = sent ? null : editing;

    private Task<bool> AddAsync() =>
        RunAsync(
            (by, now) => bureau.AddUnitAsync(new(entry.Code, entry.Name, entry.ShortName, entry.Kind, entry.Order), click, by, now),
            $"已新增“{entry.Name.Trim()}”。"
        );

    private async Task<bool> SaveAsync()
    {
        var unit = editing!;
        var done = $"“{entry.Name.Trim()}”已保存。";
        int? deputy = entry.DeputyId == 0 ? null : entry.DeputyId;
        return await RunAsync((by, now) => bureau.ChangeUnitAsync(unit.Id, entry.Name, entry.ShortName, entry.Order, by, now), done)
            && (unit.DeputyId == deputy || await RunAsync((by, now) => bureau.AppointDeputyAsync(unit.Id, deputy, by, now), done));
    }

    private async Task CloseAsync()
    {
        var unit = closing!;
        if (await RunAsync((by, now) => bureau.CloseUnitAsync(unit.Id, by, now), $"“{unit.Name}”已停用。"))
        {
            closing = null;
        }
    }
}
