using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Review;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Approval;

/// <summary>A page is read in several statements, and people act between them; what it shows stood in the store at one moment.</summary>
public sealed class ReadMomentTests
{
    [Fact]
    public async Task AHoldEndedWhileTheItemIsRead_IsShownOpenWithItsItemHeld()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        Given.Must(
            await given.HoldAsync(
                id,
                "office.1",
                HoldKind.Referral,
                Criteria.Undecided,
                Given.With(Criteria.Undecided, a => a with { Yes = true, Remark = "待会议审议", PublicComment = false })
            )
        );
        var scan = await given.PaperAsync(id, "office.1", "答复");
        Given.Must(await given.EnterAsync(id, "office.1", _ => Given.Answered(scan)));
        var meanwhile = new Meanwhile(
            given.Options,
            "FROM \"Holds\"",
            async () => Given.Must(await given.ResumeAsync(id, "office.1", HoldOutcome.Cleared))
        );
        var operations = new Operations(given.Get<WriteGate>(), meanwhile);

        var seen = await new ItemQueries(operations, given.Get<ReadingLog>(), ApprovalRoutes.Newest).FindAsync(
            id,
            given.By("office.1"),
            given.Now
        );

        Assert.True(meanwhile.Done);
        Assert.Equal(ItemState.Held, seen!.Record.State);
        Assert.Contains(seen.Holds, h => h.Open);
        Assert.Equal(ItemState.UnderWay, (await given.ReadAsync(db => db.Submissions.FindAsync(id).AsTask()))!.State);
    }
}
