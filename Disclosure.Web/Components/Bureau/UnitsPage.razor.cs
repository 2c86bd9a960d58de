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
    private string code = "";
    private string name = "";
    private string shortName = "";
    private int order;
    private int deputyId;
    private UnitKind kind;

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
        (code, name, shortName, order, kind) = ("", "", "", units.Count == 0 ? 10 : units.Max(u => u.Order) + 10, UnitKind.Section);
    }

    private async Task BeginEdit(UnitRow unit)
    {
        Leave();
        editing = unit;
        (name, shortName, order, deputyId) = (unit.Name, unit.ShortName, unit.Order, unit.DeputyId ?? 0);
        deputies = await queries.HoldersAsync(Duty.DeputyDirector, Today);
        if (unit.DeputyId is { } present && deputies.All(d => d.Id != present))
        {
            deputies = [.. deputies, new ChoiceRow(present, $"{unit.DeputyName}（已不在岗）")];
        }
    }

    private void BeginClose(UnitRow unit)
    {
        Leave();
        closing = unit;
    }

    private void Leave()
    {
        Hush();
        (adding, editing, closing) = (false, null, null);
    }

    private async Task AddAsync()
    {
        if (
            await RunAsync(
                (by, now) => bureau.AddUnitAsync(new(code, name, shortName, kind, order), click, by, now),
                $"已新增“{name.Trim()}”。"
            )
        )
        {
            adding = false;
        }
    }

    private async Task SaveAsync()
    {
        var unit = editing!;
        var done = $"“{name.Trim()}”已保存。";
        if (
            await RunAsync((by, now) => bureau.ChangeUnitAsync(unit.Id, name, shortName, order, by, now), done)
            && (
                (unit.DeputyId ?? 0) == deputyId
                || await RunAsync((by, now) => bureau.AppointDeputyAsync(unit.Id, deputyId == 0 ? null : deputyId, by, now), done)
            )
        )
        {
            editing = null;
        }
    }

    private async Task CloseAsync()
    {
        var unit = closing!;
        if (await RunAsync((by, now) => bureau.CloseUnitAsync(unit.Id, by, now), $"“{unit.Name}”已停用。"))
        {
            closing = null;
        }
    }

    private async Task ReopenAsync(UnitRow unit)
    {
        Leave();
        await RunAsync((by, now) => bureau.ReopenUnitAsync(unit.Id, by, now), $"“{unit.Name}”已恢复。");
    }
}
