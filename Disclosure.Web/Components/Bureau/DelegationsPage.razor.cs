using System.Globalization;
using Disclosure.Core.Bureau;

namespace Disclosure.Web.Components.Bureau;

/// <summary>Written authorisations to sign for another, with their scans.</summary>
public partial class DelegationsPage(DelegationService service, DelegationConfirming second, StaffQueries queries)
{
    private IReadOnlyList<DelegationRow> delegations = [];
    private DelegationRow? acting;
    private bool confirming;
    private int me;
    private string text = "";
    private int page;
    private int total;
    private bool withEnded;
    private bool adding;

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        me = (await Current.GetAsync()).StaffId;
        (delegations, total) = await queries.DelegationsAsync(text, withEnded, page, Today);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Look(DelegationRow d) =>
        d switch
        {
            _ when !d.IsLive(Today) => "",
            { Awaits: true } => "mud-warning-text",
            _ => "mud-success-text",
        };

    private Task ShowAsync(int wanted)
    {
        page = wanted;
        return LoadAsync();
    }

    private void BeginAdd()
    {
        Leave();
        adding = true;
    }

    private void Begin(DelegationRow row, bool confirm)
    {
        Leave();
        (acting, confirming) = (row, confirm);
    }

    private void Leave()
    {
        Hush();
        (adding, acting) = (false, null);
    }

    private async Task RegisteredAsync(bool done)
    {
        if (done)
        {
            Leave();
            Notice = "委托已登记，待委托人本人或另一名管理员确认后生效。";
            await LoadAsync();
        }
    }

    private async Task RevokeAsync()
    {
        if (await RunAsync((by, now) => service.RevokeAsync(acting!.Id, by, now), "委托已撤销。"))
        {
            acting = null;
        }
    }

    private async Task ConfirmAsync()
    {
        if (await RunAsync((by, now) => second.ConfirmBesideScanAsync(acting!.Id, by, now), "委托已确认，受托人须重新登录。"))
        {
            acting = null;
        }
    }
}
