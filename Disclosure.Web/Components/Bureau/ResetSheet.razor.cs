using Disclosure.Core.Bureau;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Bureau;

/// <summary>The two hands of a password reset, on the person's page.</summary>
public partial class ResetSheet(PasswordResetService service, IdentityQueries queries)
{
    private IReadOnlyList<ResetRow> resets = [];
    private FirstPassword? password;
    private Guid click;
    private int me;
    private bool asking;
    private bool releasing;

    /// <summary>Whose password.</summary>
    [Parameter, EditorRequired]
    public int StaffId { get; set; }

    /// <summary>Name of that person.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>False for a closed account.</summary>
    [Parameter]
    public bool MayAsk { get; set; }

    private ResetRow? Open => resets.FirstOrDefault(r => r.IsOpen(Now));

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        me = (await Current.GetAsync()).StaffId;
        resets = await queries.ResetsOfAsync(StaffId);
    }

    private void Begin()
    {
        Leave();
        (asking, click, password) = (true, Guid.NewGuid(), null);
    }

    private void BeginRelease()
    {
        Leave();
        (releasing, click, password) = (true, Guid.NewGuid(), null);
    }

    private void Leave()
    {
        Hush();
        (asking, releasing) = (false, false);
    }

    private async Task AskAsync()
    {
        if (await RunAsync((by, now) => service.AskAsync(StaffId, click, by, now), "已申请，原密码仍然有效，待另一名管理员放行。"))
        {
            asking = false;
        }
    }

    private async Task ReleaseAsync()
    {
        if (Open is { } open && await RunAsync((by, now) => service.ReleaseAsync(open.Id, click, by, now), "", made => password = made))
        {
            releasing = false;
        }
    }

    private async Task WithdrawAsync()
    {
        if (Open is { } open)
        {
            await RunAsync((by, now) => service.WithdrawAsync(open.Id, by, now), "申请已撤回。");
        }
    }
}
