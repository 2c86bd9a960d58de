using System.Globalization;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Bureau;

/// <summary>One person: account, duties, delegations; one panel open at a time.</summary>
public partial class StaffCardPage(StaffService staff, DutyService duties, StaffQueries queries, BureauQueries bureau)
{
    private StaffCard? card;
    private IReadOnlyList<UnitRow> units = [];
    private StaffDraft entry = new();
    private DutyRow? taking;
    private Panel open;
    private Guid click;
    private Duty duty;
    private int reachId;
    private DateOnly from;

    private enum Panel
    {
        None,
        Edit,
        Close,
        Give,
        Take,
    }

    /// <summary>Key of the person.</summary>
    [Parameter]
    public int Id { get; set; }

    private string State =>
        card switch
        {
            { Active: false } => "已停用",
            { LockedUntil: { } until } when until > Now => $"已锁定，{BureauTime.Show(until)} 自动解锁",
            { ConfirmLockedUntil: { } until } when until > Now =>
                $"签署时密码连续输错，{BureauTime.Show(until)} 前不能用密码签署，登录不受影响",
            { MustChangePassword: true } => "待首次登录（须修改首次密码）",
            _ => "正常",
        };

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        card = await queries.CardAsync(Id);
        units = await bureau.UnitsAsync("", false);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private (string Look, string Word) StateOf(DutyRow d) =>
        d switch
        {
            _ when !d.IsLive(Today) => ("state off", "已终止"),
            _ when d.From > Today => ("state warn", "未到起日"),
            _ => ("state on", "在岗"),
        };

    private bool Fits(UnitRow u) =>
        duty switch
        {
            Duty.CountyChief => u.Kind == UnitKind.County && u.Id == card!.UnitId,
            Duty.SectionHead => u.IsSection,
            _ => card!.UnitKind == UnitKind.County ? u.Id == card.UnitId : u.IsSection,
        };

    private void Begin(Panel panel)
    {
        Hush();
        (open, click, from) = (panel, Guid.NewGuid(), Today);
        (duty, reachId) = (
            card!.UnitKind == UnitKind.Leadership ? Duty.DeputyDirector : Duty.Editor,
            card.UnitKind == UnitKind.Leadership ? 0 : card.UnitId
        );
    }

    private void BeginEdit()
    {
        Begin(Panel.Edit);
        entry = new StaffDraft
        {
            SignInName = card!.SignInName,
            Name = card.Name,
            UnitId = card.UnitId,
            Phone = card.Phone,
        };
    }

    private void BeginTake(DutyRow held)
    {
        Begin(Panel.Take);
        (taking, from) = (held, held.From > Today ? held.From : Today);
    }

    private void Leave()
    {
        Hush();
        (open, taking) = (Panel.None, null);
    }

    private async Task SaveAsync() =>
        Shut(await RunAsync((by, now) => staff.ChangeAsync(Id, entry.Entry, by, now), "已保存，本人须重新登录。"));

    private async Task CloseAsync() => Shut(await RunAsync((by, now) => staff.CloseAsync(Id, by, now), "账号已停用。"));

    private async Task ReopenAsync() =>
        await RunAsync((by, now) => staff.ReopenAsync(Id, by, now), "账号已恢复，职责由安全管理员重新授予。");

    private async Task UnlockAsync() => await RunAsync((by, now) => staff.UnlockAsync(Id, by, now), "已解锁。");

    private async Task GiveAsync()
    {
        int? reach = duty.ReachOf() == Duties.Reach.Unit && reachId != 0 ? reachId : null;
        Shut(await RunAsync((by, now) => duties.GiveAsync(Id, duty, reach, from, click, by, now), $"已授予“{duty.Name()}”。"));
    }

    private async Task TakeAsync() =>
        Shut(await RunAsync((by, now) => duties.TakeAsync(taking!.Id, from, by, now), $"已收回“{taking!.Duty.Name()}”。"));

    private void Shut(bool done)
    {
        if (done)
        {
            (open, taking) = (Panel.None, null);
        }
    }
}
