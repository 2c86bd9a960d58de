using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Publication;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Approval;

public sealed class RetractTests
{
    [Fact]
    public async Task Retract_BeforeTheNextHasOpenedIt_TakesTheSignatureBack()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        Given.Must(await given.DoAsync(id, "office.1", MoveKind.Retract));
        Assert.Equal(("office", ItemState.UnderWay), ((await given.SubmissionAsync(id)).Step, (await given.SubmissionAsync(id)).State));
        Assert.DoesNotContain((await given.CaseAsync(id)).Standing, s => s.Step == "office");
        await given.WalkAsync(id, "nowhere");
        Assert.Equal(ItemState.Published, (await given.SubmissionAsync(id)).State);
    }

    [Fact]
    public async Task Sender_TakesItBack_Mends_AndSendsAgainUnderTheSameNumber()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        var number = (await given.SubmissionAsync(id)).Number;
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Retract));
        Assert.True((await given.SubmissionAsync(id)).Editable);
        await given.EditAsync(id, "gongye.editor", c => c.Title += "（修改）");
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send));
        Assert.Equal((number, 2), ((await given.SubmissionAsync(id)).Number, (await given.CaseAsync(id)).Revision!.Number));
    }

    [Fact]
    public async Task Retract_AfterAHolderOpenedIt_IsTooLate_ButReadersDoNotCount()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        var approval = given.Get<ApprovalService>();
        Given.Must(await approval.OpenAsync(id, given.By("gongye.head"), given.Now));
        Assert.Null((await given.SubmissionAsync(id)).OpenedAt);
        Given.Must(await approval.OpenAsync(id, given.By("deputy"), given.Now));
        Assert.IsType<TooLateToRetract>((await given.DoAsync(id, "office.1", MoveKind.Retract)).Problem);
    }

    [Fact]
    public async Task Retract_AfterTheDeskTookSomethingIn_IsTooLate()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "platform");
        Given.Must(
            await given.Get<PublicationService>().TickAsync(id, new DeskEntry(DeskTick.Electronic, true), given.By("platform.1"), given.Now)
        );
        Assert.IsType<TooLateToRetract>((await given.DoAsync(id, "deputy", MoveKind.Retract)).Problem);
    }

    [Fact]
    public async Task Retract_IsOnlyForWhoeverSignedLast()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        Assert.IsType<NotTheLastSigner>((await given.DoAsync(id, "office.2", MoveKind.Retract)).Problem);
        Given.Must(await given.DoAsync(id, "office.1", MoveKind.Retract));
        Assert.IsType<NotAtThisStep>((await given.DoAsync(id, "gongye.head", MoveKind.Retract)).Problem);
    }

    [Theory]
    [InlineData(MoveKind.Withdraw, "gongye.editor", ItemState.Withdrawn)]
    [InlineData(MoveKind.Decline, "deputy", ItemState.Declined)]
    public async Task WithdrawnOrDeclined_TheRecordStays_AndNothingMoreHappens(MoveKind kind, string who, ItemState state)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        Assert.IsType<ReasonNeeded>((await given.DoAsync(id, who, kind, c => c with { Text = " " })).Problem);
        Given.Must(await given.DoAsync(id, who, kind));
        var item = await given.SubmissionAsync(id);
        Assert.Equal((state, "昌统发审〔2026〕1号"), (item.State, item.Number));
        Assert.NotNull((await given.CaseAsync(id)).Revision);
        Assert.IsType<ItemHasEnded>((await given.DoAsync(id, "deputy", MoveKind.Approve)).Problem);
        Assert.IsType<NotEditable>((await given.TryUploadAsync(id, "新.txt", "新", "gongye.editor")).Problem);
    }

    [Theory]
    [InlineData(RouteCodes.City, "deputy", "deputy", MoveKind.Approve)]
    [InlineData(RouteCodes.City, "deputy", "deputy", MoveKind.Decline)]
    [InlineData(RouteCodes.City, "director", "director", MoveKind.Approve)]
    [InlineData(RouteCodes.County, "county-chief", "karuo.chief", MoveKind.Approve)]
    [InlineData(RouteCodes.County, "county-chief", "karuo.chief", MoveKind.Decline)]
    public async Task Leaders_GiveTheirPasswordAgain(string route, string step, string who, MoveKind kind)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(route, step, c => c.Major = true);
        Assert.IsType<PasswordNeeded>(
            (await given.DoAsync(id, who, kind, c => c with { PasswordConfirmed = true }, password: null)).Problem
        );
        Assert.IsType<PasswordWrong>((await given.DoAsync(id, who, kind, password: "不对")).Problem);
        Given.Must(await given.DoAsync(id, who, kind));
    }

    [Fact]
    public async Task WrongPasswords_InARow_LockTheSignature_AndARightOneBeginsTheCountAnew()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        foreach (var password in (string[])["1", "2", "3", "4", Given.Password, "5", "6", "7", "8"])
        {
            // Without a finding of its own the right password signs nothing here either.
            Assert.False((await given.DoAsync(id, "deputy", MoveKind.Approve, c => c with { Answers = [] }, password)).Ok);
        }
        Assert.Equal((4, null), await LockAsync(given));
        Assert.IsType<ConfirmationLocked>((await given.DoAsync(id, "deputy", MoveKind.Approve, password: "9")).Problem);
        Assert.IsType<ConfirmationLocked>((await given.DoAsync(id, "deputy", MoveKind.Approve)).Problem);
        given.Wait(TimeSpan.FromMinutes(9));
        Given.Must(await given.DoAsync(id, "deputy", MoveKind.Approve));
    }

    private static Task<(int, DateTime?)> LockAsync(Given given) =>
        given.ReadAsync(db =>
        {
            var staff = db.Set<Disclosure.Core.Bureau.Staff>().Single(s => s.SignInName == "deputy");
            return Task.FromResult((staff.ConfirmFailedCount, staff.ConfirmLockedUntil));
        });
}
