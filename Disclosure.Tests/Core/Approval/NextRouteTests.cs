using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Forms;
using Disclosure.Core.Printing;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Approval;

/// <summary>A second version of a route is data and nothing else: everything that a step asks, prints and says follows from it.</summary>
public sealed class NextRouteTests
{
    private const string Checking = "checking";

    // One step more between section and office, looked at by whoever heads the platform: nobody signs two levels.
    private static readonly Route City2 = ApprovalRoutes.City1 with
    {
        Code = "city-2",
        Steps =
        [
            .. ApprovalRoutes.City1.Steps.Take(2),
            new(Checking, "数据质量审核", [Duty.PlatformHead], Seat.Bureau, WorkDays: 3)
            {
                Short = "数据质量",
                Password = true,
                MayMarkMajor = true,
                Opinions = ["数据质量符合要求。"],
                Box = new("数据质量\n审核", 14, "对数据质量负责"),
            },
            .. ApprovalRoutes.City1.Steps.Skip(2),
        ],
    };

    [Fact]
    public async Task ANewItem_TakesTheNewestVersion_AndOneUnderWayKeepsItsOwn()
    {
        await using var given = await Given.BureauAsync();
        var before = await given.ItemAsync(RouteCodes.City, "section");
        ApprovalRoutes.Try(City2);
        var after = await given.DraftAsync(RouteCodes.City);

        Assert.Equal(City2.Code, (await given.SubmissionAsync(after)).RouteCode);
        Given.Must(await given.DoAsync(before, "gongye.head", MoveKind.Approve));
        Assert.Equal("office", (await given.SubmissionAsync(before)).Step);
    }

    [Fact]
    public async Task AStepMore_IsReachedSignedPrintedAndPassed()
    {
        await using var given = await Given.BureauAsync();
        ApprovalRoutes.Try(City2);
        var id = await given.DraftAsync(RouteCodes.City);
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send));
        Given.Must(await given.DoAsync(id, "gongye.head", MoveKind.Approve));

        // Whose duty it is may read it, is asked for the password, and nobody else passes it.
        var item = await SeenAsync(given, id, "platform.1");
        Assert.Equal((Checking, 3), (item.Step.Code, item.DaysLeft));
        Assert.True(item.Can(MoveKind.Approve));
        Assert.Equal(
            ["编辑初审", "科室复审", "数据质量", "办公室复核", "分管领导", "主要领导", "发布平台"],
            item.Line.Select(l => l.Short)
        );
        Assert.IsType<NotFound>((await given.DoAsync(id, "office.1", MoveKind.Approve)).Problem);
        Assert.IsType<PasswordNeeded>((await given.DoAsync(id, "platform.1", MoveKind.Approve, password: null)).Problem);
        Given.Must(await given.DoAsync(id, "platform.1", MoveKind.Approve, c => c with { Text = "数据质量符合要求。" }));
        Assert.Equal("office", (await given.SubmissionAsync(id)).Step);

        // What returns to it goes on from it; what returns before it passes it again.
        Given.Must(await given.DoAsync(id, "office.1", MoveKind.Return, c => c with { ReturnTo = Checking }));
        Given.Must(await given.DoAsync(id, "platform.1", MoveKind.Approve));
        Given.Must(await given.DoAsync(id, "office.1", MoveKind.Approve));
        Given.Must(await given.DoAsync(id, "deputy", MoveKind.Approve));
        Given.Must(await given.DoAsync(id, "platform.1", MoveKind.Publish));
        Assert.Equal(ItemState.Published, (await given.SubmissionAsync(id)).State);

        var sheet = FormRecords.SheetOf((await SeenAsync(given, id, "platform.1")).Record, [], PrintMark.None, BoxWays.InSystem);
        var box = sheet.Pages[0].Rows.SelectMany(r => r.Cells).OfType<SigningCell>().Single(c => c.Name == "数据质量审核");
        Assert.Equal(("对数据质量负责", "同意，已核。"), (box.Responsibility, box.Box.Opinion));
    }

    [Fact]
    public async Task AnItem_IsNotPublishedWithoutTheStepMore()
    {
        await using var given = await Given.BureauAsync();
        ApprovalRoutes.Try(City2);
        var id = await given.DraftAsync(RouteCodes.City);
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send));
        foreach (var signer in (string[])["gongye.head", "platform.1", "office.1", "deputy"])
        {
            Given.Must(await given.DoAsync(id, signer, MoveKind.Approve));
        }
        Assert.Null((await given.CaseAsync(id)).ReviewFor(0).MissingSignature);

        Given.Must(
            await given
                .Get<WriteGate>()
                .WriteAsync<int>(async db =>
                    await db.Database.ExecuteSqlAsync($"UPDATE Signatures SET Standing = 0 WHERE SubmissionId = {id} AND Step = {Checking}")
                )
        );
        Assert.Equal(Checking, (await given.CaseAsync(id)).ReviewFor(0).MissingSignature?.Code);
        Assert.IsType<SignatureMissing>((await given.DoAsync(id, "platform.1", MoveKind.Publish)).Problem);
    }

    private static async Task<ItemView> SeenAsync(Given given, int id, string who) =>
        (await given.Get<ItemQueries>().FindAsync(id, given.By(who), given.Now))!;
}
