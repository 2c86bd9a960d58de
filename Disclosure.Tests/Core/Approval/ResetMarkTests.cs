using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Ledgers;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Approval;

/// <summary>What is signed soon after a reset says so for ever; what is signed later does not.</summary>
public sealed class ResetMarkTests
{
    private const string Chosen = "澜沧江边的早晨-7";

    [Fact]
    public async Task ASignatureWithinADayOfTheResetInUse_BearsTheMark_OnTheItemInTheTraceAndInTheChain()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        await ResetAsync(given, "deputy", TimeSpan.FromHours(40));
        given.Wait(TimeSpan.FromHours(23));

        Given.Must(await given.DoAsync(id, "deputy", MoveKind.Approve, password: Chosen));

        await MarkedAsync(given, id, ["deputy"]);
        // Years later nothing of today's account changes what was signed.
        await given.TamperAsync("UPDATE Staff SET ResetAt = NULL");
        await MarkedAsync(given, id, ["deputy"]);
    }

    [Fact]
    public async Task ASignatureADayAfterTheResetCameIntoUse_BearsNone()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        await ResetAsync(given, "deputy", TimeSpan.FromHours(1));
        given.Wait(TimeSpan.FromHours(24));

        Given.Must(await given.DoAsync(id, "deputy", MoveKind.Approve, password: Chosen));

        await MarkedAsync(given, id, []);
    }

    [Fact]
    public async Task APasswordOfOnesOwnChoice_LeavesNoMark()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        Given.Must(await given.Get<AccountService>().ChangePasswordAsync(Given.Password, Chosen, Chosen, given.By("deputy"), given.Now));

        Given.Must(await given.DoAsync(id, "deputy", MoveKind.Approve, password: Chosen));

        await MarkedAsync(given, id, []);
    }

    [Fact]
    public void ParticularsWithoutAMark_ReadAsBefore() =>
        Assert.DoesNotContain(
            "ResetAt",
            Signature.ParticularsOf(new Command(MoveKind.Approve, Guid.Empty, "office", 1), ApprovalRoutes.City1.Step("office")),
            StringComparison.Ordinal
        );

    // Who bears the mark, looked for in all three places.
    private static async Task MarkedAsync(Given given, int id, string[] steps)
    {
        var item = (await given.Get<ItemQueries>().FindAsync(id, given.By("office.1"), given.Now))!;
        Assert.Equal(steps, item.Signatures.Where(s => s.Particulars.ResetAt is not null).Select(s => s.Step));
        var trace = (await given.Get<TraceQueries>().FindAsync(id, given.By("admin.audit"), given.Now))!;
        Assert.Equal(steps.Length, trace.Signatures.Count(s => s.Mark == "密码重置启用后24小时内签署"));
        Assert.Equal(
            steps.Length,
            TraceFiles
                .Record(trace, given.Now)
                .Entries.Count(e => e.Act.EndsWith("（密码重置启用后24小时内签署）", StringComparison.Ordinal))
        );
        Assert.Equal(
            steps.Length,
            await given.ReadAsync(db =>
                db.Set<AuditEntry>().CountAsync(e => e.SubmissionId == id && e.Detail.EndsWith("（密码重置启用后24小时内签署）"))
            )
        );
        Assert.Empty((await given.Get<AuditVerifier>().VerifyAsync()).Faults);
    }

    // Asked for, released, and after a while replaced by the person.
    private static async Task ResetAsync(Given given, string who, TimeSpan unused)
    {
        var resets = given.Get<PasswordResetService>();
        var asked = Given.Must(await resets.AskAsync(given.By(who).StaffId, Guid.NewGuid(), given.By("admin.security"), given.Now));
        var first = Given.Must(await resets.ReleaseAsync(asked, Guid.NewGuid(), given.By("admin.system"), given.Now));
        given.Wait(unused);
        Given.Must(await given.Get<AccountService>().ChangePasswordAsync(first.Password, Chosen, Chosen, given.By(who), given.Now));
    }
}
