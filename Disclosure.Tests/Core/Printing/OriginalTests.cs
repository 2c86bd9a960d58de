using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Printing;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Printing;

/// <summary>Where the signed originals are: out, received, archived in a box, written off.</summary>
public sealed class OriginalTests
{
    public static TheoryData<OriginalPlace, OriginalPlace, bool, bool> Entries()
    {
        var table = new TheoryData<OriginalPlace, OriginalPlace, bool, bool>();
        foreach (var from in Enum.GetValues<OriginalPlace>())
        {
            foreach (var to in Enum.GetValues<OriginalPlace>())
            {
                foreach (var isVoid in new[] { false, true })
                {
                    var follows = (from, to) switch
                    {
                        (OriginalPlace.Out, OriginalPlace.Received or OriginalPlace.WrittenOff) => true,
                        (OriginalPlace.Out or OriginalPlace.Received, OriginalPlace.Archived) => !isVoid,
                        (OriginalPlace.Received, OriginalPlace.WrittenOff or OriginalPlace.Out) => true,
                        (OriginalPlace.Archived, OriginalPlace.Received) => true,
                        (OriginalPlace.WrittenOff, OriginalPlace.Out) => true,
                        _ => false,
                    };
                    table.Add(from, to, isVoid, follows);
                }
            }
        }
        return table;
    }

    [Theory]
    [MemberData(nameof(Entries))]
    public void AnEntry_FollowsFromWhereThePaperIs(OriginalPlace from, OriginalPlace to, bool isVoid, bool may)
    {
        var print = new FormPrint
        {
            SubmissionId = 1,
            Number = 1,
            Fingerprint = "a",
            StaffId = 7,
            StaffName = "",
            At = default,
        };
        print.Put(from, "", "", "", default);
        var keeper = Grants.None(1) with { All = [new Grant(Duty.DisclosureOffice, null)] };

        Assert.Equal(may, OriginalRules.Refusal(print, isVoid, new OriginalEntry(to, "2026-03", "误打"), keeper) is null);
    }

    [Theory]
    [InlineData("office.1", OriginalPlace.Received, true)]
    [InlineData("platform.1", OriginalPlace.Received, true)]
    [InlineData("gongye.editor", OriginalPlace.Received, false)]
    [InlineData("gongye.editor", OriginalPlace.Archived, false)]
    [InlineData("gongye.editor", OriginalPlace.WrittenOff, true)]
    [InlineData("gongye.head", OriginalPlace.WrittenOff, false)]
    [InlineData("deputy", OriginalPlace.Archived, false)]
    public async Task OriginalsAreKept_ByTheOfficeAndThePlatform_AndAMisprintIsClearedByWhoPrinted(string who, OriginalPlace to, bool may)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "platform");
        var print = await given.PrintAsync(id);

        var outcome = await given.PutAsync(id, print, who, to);

        Assert.Equal(may, outcome.Ok);
        Assert.Equal(may ? to : OriginalPlace.Out, (await given.PrintedAsync(id, print)).Place);
        if (!may)
        {
            Assert.IsType<OnlyTheKeeper>(outcome.Problem);
        }
    }

    [Fact]
    public async Task AStack_GoesIntoOneBox_OrNoneOfIt()
    {
        await using var given = await Given.BureauAsync();
        var (first, second) = (await given.ItemAsync(RouteCodes.City, "platform"), await given.ItemAsync(RouteCodes.County, "platform"));
        PrintKey[] stack = [new(first, await given.PrintAsync(first)), new(second, await given.PrintAsync(second))];
        var entry = new OriginalEntry(OriginalPlace.Archived, " 2026-03 ");
        Given.Must(await given.PutAsync(second, 1, "office.1", OriginalPlace.WrittenOff));

        Assert.IsType<PaperIsElsewhere>(
            (await given.Get<OriginalService>().EnterAsync(stack, entry, Guid.NewGuid(), given.By("office.1"), given.Now)).Problem
        );
        Assert.Equal(OriginalPlace.Out, (await given.PrintedAsync(first, 1)).Place);

        Given.Must(await given.PutAsync(second, 1, "office.1", OriginalPlace.Out));
        Given.Must(await given.Get<OriginalService>().EnterAsync(stack, entry, Guid.NewGuid(), given.By("office.1"), given.Now));
        var page = await given.Get<PrintQueries>().PageAsync(OriginalsFilter.Archived, "2026-03", 0, given.By("office.1"), given.Now);
        Assert.Equal(2, page.Rows.Count(r => r.Box == "2026-03"));
    }

    [Theory]
    [InlineData(OriginalPlace.Archived, "", "因", typeof(BoxMissing))]
    [InlineData(OriginalPlace.WrittenOff, "盒", " ", typeof(WriteOffNeedsReason))]
    public async Task WhatIsMissing_IsAskedFor(OriginalPlace to, string box, string note, Type problem)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "platform");

        Assert.IsType(problem, (await given.PutAsync(id, await given.PrintAsync(id), "office.1", to, box, note)).Problem);
    }

    [Fact]
    public async Task TheLedger_ShowsWhatIsOutLongest_AndWhatIsVoid()
    {
        await using var given = await Given.BureauAsync();
        var older = await given.ItemAsync(RouteCodes.City, "section");
        await given.PrintAsync(older);
        given.Wait(TimeSpan.FromHours(3));
        var newer = await given.ItemAsync(RouteCodes.City, "section");
        await given.PrintAsync(newer);
        var spoilt = await given.ItemAsync(RouteCodes.City, "section");
        await given.PrintAsync(spoilt);
        Given.Must(await given.DoAsync(spoilt, "gongye.head", MoveKind.Return));

        var queries = given.Get<PrintQueries>();
        var reader = given.By("gongye.editor");
        var page = await queries.PageAsync(OriginalsFilter.Out, "", 0, reader, given.Now);
        Assert.Equal([older, newer], page.Rows.Select(r => r.ItemId));
        Assert.Equal(
            (2, 1, 0),
            (page.Totals[OriginalsFilter.Out], page.Totals[OriginalsFilter.VoidOut], page.Totals[OriginalsFilter.Archived])
        );
        Assert.Equal([spoilt], (await queries.PageAsync(OriginalsFilter.VoidOut, "", 0, reader, given.Now)).Rows.Select(r => r.ItemId));
        Assert.Empty((await queries.PageAsync(OriginalsFilter.Out, "没有这样的标题", 0, reader, given.Now)).Rows);
    }

    [Fact]
    public async Task EveryEntry_IsWrittenDown()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "platform");
        var print = await given.PrintAsync(id);
        Given.Must(await given.PutAsync(id, print, "office.1", OriginalPlace.Received));
        Given.Must(await given.PutAsync(id, print, "office.1", OriginalPlace.Archived));
        Given.Must(await given.PutAsync(id, print, "office.1", OriginalPlace.Received));

        var said = await given.AuditOfAsync(id, "form.original");
        Assert.Equal(["第1次打印的原件：收回", "第1次打印的原件：归档，盒号 2026-03", "第1次打印的原件：撤回归档登记"], said);
    }
}
