using System.Globalization;
using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Web.Components.Shared.Fields;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Bureau;

/// <summary>Duties of one person, on the person's page; one form open at a time.</summary>
public partial class DutySheet(DutyService duties, BureauQueries bureau)
{
    private static readonly IReadOnlyList<Choice<Duty>> AllDuties = [.. Enum.GetValues<Duty>().Select(d => new Choice<Duty>(d, d.Name()))];

    private IReadOnlyList<UnitRow> units = [];
    private DutyRow? taking;
    private bool giving;
    private Guid click;
    private Duty duty;
    private int reachId;
    private DateOnly? from;

    /// <summary>The person.</summary>
    [Parameter, EditorRequired]
    public required StaffCard Card { get; set; }

    /// <summary>The duties have changed.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    private IReadOnlyList<Choice<int>> Reaches => [.. units.Where(Fits).Select(u => new Choice<int>(u.Id, u.Name))];

    private string Answers =>
        (ApprovalRoutes.Responsibilities(duty) is [_, ..] answers ? $"{duty.Name()}：{string.Join("；", answers)}（发布机制§3）。" : "")
        + "授予后本人须重新登录。";

    /// <inheritdoc/>
    protected override async Task LoadAsync() => units = await bureau.UnitsAsync("", false);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "所选日期";

    private (string Look, string Word) StateOf(DutyRow d) =>
        d switch
        {
            _ when !d.IsLive(Today) => ("", "已终止"),
            _ when d.From > Today => ("mud-warning-text", "未到起日"),
            _ => ("mud-success-text", "在岗"),
        };

    private bool Fits(UnitRow u) =>
        duty switch
        {
            Duty.CountyChief => u.Kind == UnitKind.County && u.Id == Card.UnitId,
            Duty.SectionHead => u.IsSection,
            _ => Card.UnitKind == UnitKind.County ? u.Id == Card.UnitId : u.IsSection,
        };

    private void BeginGive()
    {
        Leave();
        (giving, click, from) = (true, Guid.NewGuid(), Today);
        (duty, reachId) = Card.UnitKind == UnitKind.Leadership ? (Duty.DeputyDirector, 0) : (Duty.Editor, Card.UnitId);
    }

    private void BeginTake(DutyRow held)
    {
        Leave();
        (taking, from) = (held, held.From > Today ? held.From : Today);
    }

    private void Leave()
    {
        Hush();
        (giving, taking) = (false, null);
    }

    // A unit that the other duty cannot be for is chosen no more.
    private void Refit() => reachId = units.Any(u => u.Id == reachId && Fits(u)) ? reachId : 0;

    private Task<bool> GiveAsync()
    {
        int? reach = duty.ReachOf() == Duties.Reach.Unit && reachId != 0 ? reachId : null;
        return RunAsync((by, now) => duties.GiveAsync(Card.Id, duty, reach, from ?? default, click, by, now), $"已授予“{duty.Name()}”。");
    }

    private Task<bool> TakeAsync() =>
        RunAsync((by, now) => duties.TakeAsync(taking!.Id, from ?? default, by, now), $"已收回“{taking!.Duty.Name()}”。");

    private async Task ShutAsync(bool done)
    {
        if (done)
        {
            (giving, taking) = (false, null);
            await Changed.InvokeAsync();
        }
    }
}
