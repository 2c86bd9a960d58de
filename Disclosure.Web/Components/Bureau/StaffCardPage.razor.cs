using System.Globalization;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Bureau;

/// <summary>One person: account, duties, delegations.</summary>
public partial class StaffCardPage(StaffService staff, StaffQueries queries, BureauQueries bureau)
{
    private StaffCard? card;
    private IReadOnlyList<UnitRow> units = [];
    private StaffDraft entry = new();
    private Panel open;

    private enum Panel
    {
        None,
        Edit,
        Close,
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

    private void Begin(Panel panel)
    {
        Hush();
        open = panel;
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

    private void Leave()
    {
        Hush();
        open = Panel.None;
    }

    private Task<bool> SaveAsync() => RunAsync((by, now) => staff.ChangeAsync(Id, entry.Entry, by, now), "已保存，本人须重新登录。");

    private async Task CloseAsync() => Shut(await RunAsync((by, now) => staff.CloseAsync(Id, by, now), "账号已停用。"));

    private async Task ReopenAsync() =>
        await RunAsync((by, now) => staff.ReopenAsync(Id, by, now), "账号已恢复，职责由安全管理员重新授予。");

    private async Task UnlockAsync() => await RunAsync((by, now) => staff.UnlockAsync(Id, by, now), "已解锁。");

    private void Shut(bool done) => open = done ? Panel.None : open;
}
