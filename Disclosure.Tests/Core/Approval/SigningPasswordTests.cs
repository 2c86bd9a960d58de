using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Approval;

/// <summary>
/// Wrong passwords typed at the sign-in stop nobody who is signed in, and wrong ones typed at a signature stop nobody from signing in.
/// </summary>
public sealed class SigningPasswordTests
{
    [Fact]
    public async Task FiveWrongSignIns_FromOutside_StopNoSignatureAndNoChangeOfPassword()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        var accounts = given.Get<AccountService>();
        for (var i = 0; i < Passwords.MostFailures; i++)
        {
            Assert.IsType<SignInRefused>((await accounts.SignInAsync("deputy", $"falsch-{i}", "10.0.0.66", given.Now)).Problem);
        }
        Assert.IsType<SignInRefused>((await accounts.SignInAsync("deputy", Given.Password, "10.0.0.66", given.Now)).Problem);

        Given.Must(await given.DoAsync(id, "deputy", MoveKind.Approve));
        Given.Must(
            await accounts.ChangePasswordAsync(Given.Password, "澜沧江边的早晨-7", "澜沧江边的早晨-7", given.By("deputy"), given.Now)
        );
    }

    [Fact]
    public async Task FiveWrongPasswords_AtASignature_LockSignaturesForTenMinutesAndSaySo_AndNothingElse()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        var locked = "";
        for (var i = 0; i < Passwords.MostFailures; i++)
        {
            locked = (await given.DoAsync(id, "deputy", MoveKind.Approve, password: $"falsch-{i}")).Problem!.Text;
        }

        Assert.Matches("^本人密码连续输错 5 次，[0-9:]{5} 以后才能再用密码签署或修改密码，其他操作不受影响。$", locked);
        Assert.IsType<ConfirmationLocked>((await given.DoAsync(id, "deputy", MoveKind.Approve)).Problem);
        var changed = await given
            .Get<AccountService>()
            .ChangePasswordAsync(Given.Password, "澜沧江边的早晨-7", "澜沧江边的早晨-7", given.By("deputy"), given.Now);
        Assert.IsType<ConfirmationLocked>(changed.Problem);
        Assert.True((await given.Get<AccountService>().SignInAsync("deputy", Given.Password, "10.0.0.7", given.Now)).Ok);
        // Signing out and in again does not begin the count anew.
        Assert.IsType<ConfirmationLocked>((await given.DoAsync(id, "deputy", MoveKind.Approve)).Problem);
        given.Wait(TimeSpan.FromMinutes(10));
        Given.Must(await given.DoAsync(id, "deputy", MoveKind.Approve));
    }

    [Fact]
    public async Task WrongOldPasswords_OnTheChangePage_LockTheSessionOnly()
    {
        await using var given = await Given.BureauAsync();
        var accounts = given.Get<AccountService>();
        for (var i = 0; i < Passwords.MostFailures; i++)
        {
            Assert.IsType<OldPasswordWrong>(
                (await accounts.ChangePasswordAsync("falsch", "x", "x", given.By("deputy"), given.Now)).Problem
            );
        }

        Assert.IsType<ConfirmationLocked>(
            (await accounts.ChangePasswordAsync(Given.Password, "x", "x", given.By("deputy"), given.Now)).Problem
        );
        Assert.True((await accounts.SignInAsync("deputy", Given.Password, "10.0.0.7", given.Now)).Ok);
    }
}
