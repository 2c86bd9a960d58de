using System.CommandLine;
using Disclosure.Core.Bureau;
using Disclosure.Core.Store;

namespace Disclosure.Web.Commands;

/// <summary>recover-admin: the way back for an administrator whom no second administrator can help.</summary>
internal static class RecoverAdminVerb
{
    public static Command Create(Call call)
    {
        var name = new Argument<string>("登录名") { Description = "系统、安全或审计管理员的登录名" };
        var verb = new Command("recover-admin", "恢复一名管理员的账号：原密码失效，打印一次性密码，记入审计链并告知本人；须先停止服务");
        verb.Arguments.Add(name);
        verb.SetAction(
            (parse, ct) =>
                StoreVerbs.WithAppAsync(call.With(parse), (app, token) => RecoverAsync(app, parse.GetRequiredValue(name), token), ct)
        );
        return verb;
    }

    private static async Task<int> RecoverAsync(WebApplication app, string name, CancellationToken ct)
    {
        if (await StoreVerbs.MissingAsync(app, ct) is { } missing)
        {
            return Call.Refused(missing);
        }
        // Whoever recovers an account must stop the service: everybody at work notices, and no session of that account goes on.
        var stopped = RunningLock.Take(app.Services.GetRequiredService<StoreOptions>());
        if (!stopped.Ok)
        {
            return Call.Refused(stopped.Problem!);
        }
        using var held = stopped.Value;
        var migrated = await app.Services.GetRequiredService<StoreStartup>().MigrateAsync(ct);
        if (!migrated.Ok)
        {
            return Call.Refused(migrated.Problem!);
        }
        await app.Services.GetRequiredService<Leftovers>().ClearAsync(ct);
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var made = await app.Services.GetRequiredService<AdministratorRecovery>().RecoverAsync(name, now, ct);
        if (!made.Ok)
        {
            return Call.Refused(made.Problem!);
        }
        Console.WriteLine($"{made.Value.Duty.Name()}　登录名 {made.Value.SignInName}　一次性密码 {made.Value.Password}");
        return StoreVerbs.Said("密码只显示这一次，首次登录须修改；恢复已记入审计链。");
    }
}
