using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Disclosure.Web.Setup;

/// <summary>
/// Ends the session of an open page within a minute after duties, password or state of the account changed, or nobody touched it for half
/// an hour.
/// </summary>
public sealed class CircuitSessions(ILoggerFactory logs, IServiceScopeFactory scopes, CircuitActivity activity)
    : RevalidatingServerAuthenticationStateProvider(logs)
{
    /// <inheritdoc/>
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        return !activity.Idle && await scope.ServiceProvider.GetRequiredService<SessionGuard>().HoldsAsync(authenticationState.User);
    }
}

/// <summary>Notes when the person last did something on an open page; the line's own heartbeat does not count.</summary>
public sealed class CircuitActivity(TimeProvider clock) : CircuitHandler
{
    private long last = clock.GetTimestamp();

    /// <summary>True once nobody has touched the page for the idle time.</summary>
    public bool Idle => clock.GetElapsedTime(Interlocked.Read(ref last)) > Accounts.Idle;

    /// <inheritdoc/>
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(
        Func<CircuitInboundActivityContext, Task> next
    ) =>
        context =>
        {
            Interlocked.Exchange(ref last, clock.GetTimestamp());
            return next(context);
        };
}
