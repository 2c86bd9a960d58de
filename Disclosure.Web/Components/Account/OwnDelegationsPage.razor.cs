using System.Globalization;
using Disclosure.Core.Bureau;

namespace Disclosure.Web.Components.Account;

/// <summary>Delegations in one's own name: confirmed with the own password, ended at any time.</summary>
public partial class OwnDelegationsPage(DelegationConfirming service, IdentityQueries queries)
{
    private IReadOnlyList<DelegationRow> delegations = [];
    private string password = "";
    private int? acting;

    /// <inheritdoc/>
    protected override async Task LoadAsync() => delegations = await queries.OwnDelegationsAsync((await Current.GetAsync()).StaffId);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Begin(int id)
    {
        Leave();
        acting = id;
    }

    private void Leave()
    {
        Hush();
        (acting, password) = (null, "");
    }

    private async Task ConfirmAsync()
    {
        var typed = password;
        password = "";
        if (await RunAsync((by, now) => service.ConfirmOwnAsync(acting!.Value, typed, by, now), "委托已确认，从现在起生效。"))
        {
            acting = null;
        }
    }

    private async Task EndAsync(int id) => await RunAsync((by, now) => service.EndOwnAsync(id, by, now), "委托已终止。");
}
