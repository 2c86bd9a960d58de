using Disclosure.Core.Approval;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Approval;

public sealed class StepRulesTests
{
    [Theory]
    [InlineData("editor")]
    [InlineData("section")]
    [InlineData("office")]
    [InlineData("deputy")]
    [InlineData("press")]
    public async Task Major_HoweverItCameToBe_PassesTheDirector(string by)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(
            RouteCodes.City,
            c =>
            {
                c.Major = by == "editor";
                if (by == "press")
                {
                    c.Channels.Add(Channel.PressConference);
                }
            }
        );
        foreach (var step in (string[])["edit", "section", "office", "deputy"])
        {
            Given.Must(
                await given.DoAsync(id, Given.HolderOf(RouteCodes.City, step), Given.ForwardFrom(step), c => c with { Major = step == by })
            );
        }
        Assert.Equal("director", (await given.SubmissionAsync(id)).Step);
        Given.Must(await given.DoAsync(id, "director", MoveKind.Approve));
        Assert.Equal("platform", (await given.SubmissionAsync(id)).Step);
    }

    [Fact]
    public async Task OrdinaryItem_GoesFromTheDeputyToThePlatform()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "platform");
        Assert.DoesNotContain(await given.SignaturesAsync(id), s => s.Step == "director");
    }

    [Fact]
    public async Task CountyChief_LimitsToTheIntranet_AndThatBindsThePlatform()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.County, "county-chief");
        Given.Must(await given.DoAsync(id, "karuo.chief", MoveKind.Approve, c => c with { CountyChoice = CountyChoice.IntranetOnly }));
        await given.WalkAsync(id, "platform");
        await given.TickAllAsync(id);
        var item = await given.SubmissionAsync(id);
        var publication = given.Get<Disclosure.Core.Publication.PublicationService>();
        var website = new Disclosure.Core.Publication.ChannelEntry(Channel.Website, "https://tjj.example.cn/1", given.Now);
        var intranet = new Disclosure.Core.Publication.ChannelEntry(Channel.Intranet, "https://nw.example.cn/1", given.Now);
        var refused = await publication.PublishAsync(
            id,
            given.Whole(MoveKind.Publish, "platform", item.Version),
            [intranet, website],
            given.By("platform.1"),
            given.Now
        );
        Assert.Equal(new ChannelNotAllowed("外网"), refused.Problem);
        Given.Must(
            await publication.PublishAsync(
                id,
                given.Whole(MoveKind.Publish, "platform", item.Version),
                [intranet],
                given.By("platform.1"),
                given.Now
            )
        );
        Assert.Equal(
            new ChannelNotAllowed("外网"),
            (await publication.RecordAsync(id, website, Guid.NewGuid(), given.By("platform.1"), given.Now)).Problem
        );
    }

    [Fact]
    public async Task CountyChief_MustChoose_AndARefusalEndsItAtTheCounty()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.County, "county-chief");
        Assert.IsType<CountyChoiceNeeded>(
            (await given.DoAsync(id, "karuo.chief", MoveKind.Approve, c => c with { CountyChoice = null })).Problem
        );
        Assert.IsType<RefusalEndsTheItem>(
            (await given.DoAsync(id, "karuo.chief", MoveKind.Approve, c => c with { CountyChoice = CountyChoice.Refused })).Problem
        );
        Given.Must(await given.DoAsync(id, "karuo.chief", MoveKind.Decline));
        Assert.Equal(
            (ItemState.Declined, "county-chief"),
            ((await given.SubmissionAsync(id)).State, (await given.SubmissionAsync(id)).Step)
        );
    }

    [Fact]
    public async Task CountyChief_CannotLimitAnItemThatAsksForNoIntranet()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.County, "county-chief", c => c.Channels = [Channel.Website]);
        Assert.IsType<NoChannelLeft>(
            (await given.DoAsync(id, "karuo.chief", MoveKind.Approve, c => c with { CountyChoice = CountyChoice.IntranetOnly })).Problem
        );
    }

    [Fact]
    public async Task ProvisionalFigures_NeedTheDeputysWord()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(
            RouteCodes.City,
            "deputy",
            c => (c.DataStatus, c.ProvisionalReason) = (DataStatus.Provisional, "快报数")
        );
        Assert.IsType<ProvisionalNotConfirmed>(
            (await given.DoAsync(id, "deputy", MoveKind.Approve, c => c with { ProvisionalConfirmed = false })).Problem
        );
        Given.Must(await given.DoAsync(id, "deputy", MoveKind.Approve));
    }

    [Fact]
    public async Task OpenQuestion_MakesNoSignature()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        var open = Given.With("B3-4", a => a with { Yes = null });
        Assert.Equal(
            ["B3-4"],
            Assert
                .IsType<ChecklistIncomplete>(
                    (await given.DoAsync(id, "office.1", MoveKind.Approve, c => c with { Answers = open })).Problem
                )
                .Open
        );
        Assert.IsType<QuestionOpen>((await given.DoAsync(id, "office.1", MoveKind.Approve, c => c with { Finding = null })).Problem);
        Assert.IsType<HoldNeeded>(
            (await given.DoAsync(id, "office.1", MoveKind.Approve, c => c with { Finding = OfficeFinding.Postpone })).Problem
        );
    }

    [Theory]
    [InlineData(DeliveryWay.Fax)]
    [InlineData(DeliveryWay.InPerson)]
    public async Task PaperDelivery_NeedsTheScanOfTheSignedPage_OfThisItem(DeliveryWay way)
    {
        await using var given = await Given.BureauAsync();
        var other = await given.ItemAsync(RouteCodes.County, "receipt");
        var foreign = await given.ScanAsync(other, "别的稿件的签字页");
        var id = await given.ItemAsync(RouteCodes.County, "receipt");
        Task<Disclosure.Core.Common.Outcome<Move>> Receive(string? scan) =>
            given.DoAsync(id, "gongye.editor", MoveKind.Receive, c => c with { Delivery = new Delivery(way, given.Today, 3, scan) });
        Assert.IsType<DeliveryIncomplete>((await Receive(null)).Problem);
        Assert.IsType<DeliveryIncomplete>((await Receive(foreign)).Problem);
        Given.Must(await Receive(await given.ScanAsync(id, "签字页")));
        Assert.Equal((way, 3), (await given.SignaturesAsync(id))[^1].Particulars.Delivery is { } d ? (d.Way, d.Pages) : default);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    [InlineData(3, 1)]
    public async Task Receipt_WithoutPages_OrFromTomorrow_IsRefused(int pages, int daysAhead)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.County, "receipt");
        var outcome = await given.DoAsync(
            id,
            "gongye.editor",
            MoveKind.Receive,
            c => c with { Delivery = new Delivery(DeliveryWay.System, given.Today.AddDays(daysAhead), pages, null) }
        );
        Assert.IsType<DeliveryIncomplete>(outcome.Problem);
    }

    [Fact]
    public async Task Section_SaysWhetherACountysItemIsWorthPublishing()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.County, "section");
        Assert.IsType<QuestionOpen>(
            (await given.DoAsync(id, "gongye.head", MoveKind.Approve, c => c with { WorthPublishing = null })).Problem
        );
        Assert.IsType<QuestionOpen>(
            (await given.DoAsync(id, "gongye.head", MoveKind.Approve, c => c with { RecommendPublishing = null })).Problem
        );
        Given.Must(await given.DoAsync(id, "gongye.head", MoveKind.Approve));
    }

    [Fact]
    public async Task Delegate_SignsForThePrincipal_AndCountsAsBoth()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        Given.Must(await given.DoAsync(id, "delegate", MoveKind.Approve));
        var signature = (await given.SignaturesAsync(id))[^1];
        Assert.Equal((given.By("deputy").StaffId, given.By("deputy").Name), (signature.ActingForId, signature.ActingForName));
        Assert.Equal(
            given.By("deputy").Name,
            await given.ReadAsync(db => Task.FromResult(db.Set<Disclosure.Core.Audit.AuditEntry>().OrderBy(e => e.Seq).Last().ActingFor))
        );
    }
}
