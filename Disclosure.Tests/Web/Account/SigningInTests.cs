using System.Net;
using Disclosure.Core.Bureau;
using Disclosure.Core.Store;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Tests.Web.Account;

[Slow]
public sealed class SigningInTests(ProgramInProcess program) : IClassFixture<ProgramInProcess>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhoeverIsNotSignedIn_IsLedToSigningIn()
    {
        using var client = program.CreateClient(new() { AllowAutoRedirect = false });

        using var page = await client.GetAsync("/", Ct);
        using var api = await client.PostAsync("/api/uploads", null, Ct);
        using var file = await client.GetAsync("/files/1", Ct);

        Assert.StartsWith("/account/sign-in", page.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, file.StatusCode);
    }

    [Fact]
    public async Task UnknownNameWrongPasswordAndClosedAccount_ReadTheSame()
    {
        await ChangeAsync("basu.bianji", s => s.Active = false);

        var unknown = await RefusedAsync("niemand", "changdu-demo");
        var wrong = await RefusedAsync("karuo.bianji", "falsch-falsch");
        var closed = await RefusedAsync("basu.bianji", "changdu-demo");

        Assert.Contains("登录名或密码不正确", unknown, StringComparison.Ordinal);
        Assert.Equal(unknown, wrong);
        Assert.Equal(unknown, closed);
    }

    [Fact]
    public async Task TheFirstPassword_MustBeChangedBeforeAnythingOpens()
    {
        await ChangeAsync("luolong.bianji", s => s.MustChangePassword = true);
        using var client = await program.SignInAsync("luolong.bianji");

        using var desk = await client.GetAsync("/", Ct);
        using var file = await client.GetAsync("/files/1", Ct);
        var page = await client.GetStringAsync("/account/password", Ct);
        using var changed = await client.PostAsync(
            "/account/password",
            new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["_handler"] = "password",
                    ["__RequestVerificationToken"] = ProgramInProcess.FieldToken(page),
                    ["Typed.Old"] = "changdu-demo",
                    ["Typed.New"] = "澜沧江边的早晨-7",
                    ["Typed.Again"] = "澜沧江边的早晨-7",
                }
            ),
            Ct
        );
        using var after = await client.GetAsync("/", Ct);

        Assert.Equal("/account/password", desk.Headers.Location!.OriginalString);
        Assert.Equal("/account/password", file.Headers.Location!.OriginalString);
        Assert.Contains("密码已修改", await changed.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task TheFifthWrongPassword_LocksForAQuarterOfAnHour()
    {
        var people = program.Services.GetRequiredService<AccountService>();
        var now = DateTime.UtcNow;
        for (var i = 0; i < Passwords.MostFailures; i++)
        {
            Assert.IsType<SignInRefused>((await people.SignInAsync("gongjue.bianji", $"falsch-{i}", "测试", now, Ct)).Problem);
        }

        Assert.IsType<SignInRefused>((await people.SignInAsync("gongjue.bianji", "changdu-demo", "测试", now.AddMinutes(14), Ct)).Problem);
        Assert.True((await people.SignInAsync("GongJue.BianJi", "changdu-demo", "测试", now.AddMinutes(16), Ct)).Ok);
    }

    [Fact]
    public async Task ALockedSignIn_EndsNoOpenSession()
    {
        using var client = await program.SignInAsync("fenguan.1");
        var people = program.Services.GetRequiredService<AccountService>();
        for (var i = 0; i < Passwords.MostFailures; i++)
        {
            await people.SignInAsync("fenguan.1", $"falsch-{i}", "测试", DateTime.UtcNow, Ct);
        }

        Assert.IsType<SignInRefused>((await people.SignInAsync("fenguan.1", "changdu-demo", "测试", DateTime.UtcNow, Ct)).Problem);
        using var answer = await client.GetAsync("/", Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task AChangedStamp_EndsTheSessionAtTheNextRequest()
    {
        using var client = await program.SignInAsync("mangkang.bianji");
        await ChangeAsync("mangkang.bianji", s => s.EndSessions());

        using var answer = await client.GetAsync("/", Ct);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task ALinkToAnotherSite_IsNotFollowedAfterSigningIn()
    {
        using var client = program.CreateClient(new() { AllowAutoRedirect = false });
        foreach (var back in (string[])["https://example.com", "//example.com", "/\\example.com"])
        {
            var address = $"/account/sign-in?back={Uri.EscapeDataString(back)}";
            using var answer = await client.PostAsync(
                address,
                new FormUrlEncodedContent(
                    new Dictionary<string, string>
                    {
                        ["_handler"] = "sign-in",
                        ["__RequestVerificationToken"] = ProgramInProcess.FieldToken(await client.GetStringAsync(address, Ct)),
                        ["Typed.Name"] = "karuo.bianji",
                        ["Typed.Password"] = "changdu-demo",
                    }
                ),
                Ct
            );

            Assert.Equal(
                "/",
                answer.Headers.Location!.IsAbsoluteUri ? answer.Headers.Location.PathAndQuery : answer.Headers.Location.OriginalString
            );
        }
    }

    [Fact]
    public async Task Leaving_IsWrittenDownAndNeedsTheForm()
    {
        using var client = await program.SignInAsync("karuo.bianji");
        using var forged = await client.PostAsync("/account/sign-out", new FormUrlEncodedContent([]), Ct);
        var page = await client.GetStringAsync("/account/password", Ct);
        using var left = await client.PostAsync(
            "/account/sign-out",
            new FormUrlEncodedContent(
                new Dictionary<string, string> { ["__RequestVerificationToken"] = ProgramInProcess.FieldToken(page) }
            ),
            Ct
        );
        using var after = await client.GetAsync("/", Ct);
        await using var db = await Contexts.CreateDbContextAsync(Ct);

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
        Assert.Equal(1, await db.Set<Disclosure.Core.Audit.AuditEntry>().CountAsync(e => e.Action == "account.sign-out", Ct));
    }

    [Fact]
    public async Task PagesOfNobodysDuty_AreNotFound()
    {
        using var client = await program.SignInAsync("karuo.bianji");

        using var answer = await client.GetAsync("/delegations/1/scan", Ct);
        using var nowhere = await client.GetAsync("/nowhere", Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("没有找到", await nowhere.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryAnswer_CarriesTheHeadersThatBrowsersObey()
    {
        using var client = program.CreateClient(new() { AllowAutoRedirect = false });
        using var answer = await client.GetAsync("/account/sign-in", Ct);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.DoesNotContain("<script>", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    private IDbContextFactory<DisclosureDb> Contexts => program.Services.GetRequiredService<IDbContextFactory<DisclosureDb>>();

    private async Task ChangeAsync(string signInName, Action<Staff> change)
    {
        await using var db = await Contexts.CreateDbContextAsync(Ct);
        change(await db.Set<Staff>().SingleAsync(s => s.SignInName == signInName, Ct));
        await db.SaveChangesAsync(Ct);
    }

    private async Task<string> RefusedAsync(string name, string password)
    {
        using var client = program.CreateClient(new() { AllowAutoRedirect = false });
        using var answer = await ProgramInProcess.PostSignInAsync(client, name, password);
        var page = await answer.Content.ReadAsStringAsync(Ct);
        var start = page.IndexOf("role=\"alert\">", StringComparison.Ordinal);
        return page[start..page.IndexOf("</p>", start, StringComparison.Ordinal)];
    }
}
