using System.CommandLine;
using Disclosure.Core.Bureau;

namespace Disclosure.Web.Commands;

/// <summary>create-admin: the first three administrators of a real system, or one of them with a name of its own.</summary>
internal static class CreateAdminVerb
{
    private static readonly (string Word, Duty Duty, string SignIn)[] Kinds =
    [
        ("system", Duty.SystemAdmin, "xitong"),
        ("security", Duty.SecurityAdmin, "anquan"),
        ("audit", Duty.AuditAdmin, "shenji"),
    ];

    public static Command Create(Call call)
    {
        var duty = new Option<string?>("--duty")
        {
            Description = "只建一个账号：system 系统管理员、security 安全管理员、audit 审计管理员；不给则三个都建",
        };
        duty.AcceptOnlyFromAmong([.. Kinds.Select(k => k.Word)]);
        var name = new Option<string?>("--name") { Description = "姓名（与 --duty 同用；不给则询问）", HelpName = "姓名" };
        var signIn = new Option<string?>("--sign-in") { Description = "登录名（与 --duty 同用；不给则询问）", HelpName = "登录名" };
        var verb = new Command("create-admin", "建立首批管理员账号，打印一次性密码；已有管理员时拒绝");
        verb.Options.Add(duty);
        verb.Options.Add(name);
        verb.Options.Add(signIn);
        verb.Validators.Add(r =>
        {
            if (r.GetValue(duty) is null && (r.GetValue(name) ?? r.GetValue(signIn)) is not null)
            {
                r.AddError("--name 和 --sign-in 要与 --duty 同用。");
            }
        });
        verb.SetAction(
            (parse, ct) =>
                StoreVerbs.WithAppAsync(
                    call.With(parse),
                    (app, _) => MakeAsync(app, Wanted(parse.GetValue(duty), parse.GetValue(name), parse.GetValue(signIn)), ct),
                    ct
                )
        );
        return verb;
    }

    private static List<NewAdministrator> Wanted(string? duty, string? name, string? signIn)
    {
        if (duty is null)
        {
            return [.. Kinds.Select(k => new NewAdministrator(k.Duty.Name(), k.SignIn, k.Duty))];
        }
        var kind = Kinds.First(k => k.Word == duty);
        return [new NewAdministrator(name ?? Ask("姓名", kind.Duty.Name()), signIn ?? Ask("登录名", kind.SignIn), kind.Duty)];
    }

    private static string Ask(string what, string otherwise)
    {
        Console.Write($"{what}（直接回车为 {otherwise}）：");
        return Console.ReadLine()?.Trim() is { Length: > 0 } typed ? typed : otherwise;
    }

    private static async Task<int> MakeAsync(WebApplication app, List<NewAdministrator> wanted, CancellationToken ct)
    {
        if (await StoreVerbs.OpenAsync(app, ct) is { } refused)
        {
            return Call.Refused(refused);
        }
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var made = await app.Services.GetRequiredService<FirstAdministrators>().MakeAsync(wanted, now, ct);
        if (!made.Ok)
        {
            return Call.Refused(made.Problem!);
        }
        foreach (var person in made.Value)
        {
            Console.WriteLine($"{person.Duty.Name()}　登录名 {person.SignInName}　一次性密码 {person.Password}");
        }
        return StoreVerbs.Said("密码只显示这一次，首次登录须修改。");
    }
}
