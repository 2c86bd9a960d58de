using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Interpretation;
using Disclosure.Core.Publication;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Interpretation;

public sealed class PairTests
{
    [Fact]
    public async Task Document_IsNotPublished_WhileItsInterpretationLacksSignatures_AndThenBothTogether()
    {
        await using var given = await Given.BureauAsync();
        var (document, interpretation) = await PairAsync(given);
        await given.WalkAsync(document, "platform");
        await given.WalkAsync(interpretation, "deputy");
        Assert.IsType<PairNotReady>((await given.DoAsync(document, "platform.1", MoveKind.Publish)).Problem);
        await given.WalkAsync(interpretation, "platform");
        Assert.IsType<PairNotReady>((await given.DoAsync(interpretation, "platform.1", MoveKind.Publish)).Problem);
        await given.TickAllAsync(document);
        await given.TickAllAsync(interpretation);

        Given.Must(
            await given
                .Get<PublicationService>()
                .PublishPairAsync(
                    await EntryAsync(given, document),
                    await EntryAsync(given, interpretation),
                    given.By("platform.1"),
                    given.Now
                )
        );

        Assert.Equal(
            (ItemState.Published, ItemState.Published),
            ((await given.SubmissionAsync(document)).State, (await given.SubmissionAsync(interpretation)).State)
        );
        Assert.Equal(
            ["2026-00001", "2026-00002"],
            [(await given.SubmissionAsync(document)).CatalogueIndex, (await given.SubmissionAsync(interpretation)).CatalogueIndex]
        );
        var row = Assert.Single((await given.Get<InterpretationQueries>().PageAsync(true, 0, given.By("office.1"), given.Now)).Rows);
        Assert.Equal((InterpretationState.Published, false), (row.State, row.Late));
    }

    [Fact]
    public async Task Together_IsBothOrNeither()
    {
        await using var given = await Given.BureauAsync();
        var (document, interpretation) = await PairAsync(given);
        await given.WalkAsync(document, "platform");
        await given.WalkAsync(interpretation, "platform");
        await given.TickAllAsync(document);

        var outcome = await given
            .Get<PublicationService>()
            .PublishPairAsync(
                await EntryAsync(given, document),
                await EntryAsync(given, interpretation),
                given.By("platform.1"),
                given.Now
            );

        Assert.IsType<ReceiptsIncomplete>(outcome.Problem);
        Assert.Equal(
            (ItemState.UnderWay, null),
            ((await given.SubmissionAsync(document)).State, (await given.SubmissionAsync(document)).CatalogueIndex)
        );
        Assert.Equal([], await given.StandingAsync(document));
    }

    [Fact]
    public async Task WhatLacksOne_IsListedAndReminded_AndLateAfterThreeWorkingDays()
    {
        await using var given = await Given.BureauAsync();
        var (document, interpretation) = await PairAsync(given);
        await given.WalkAsync(document, "platform");
        await given.WalkAsync(interpretation, "platform");
        // Wednesday; the third working day after it is Monday.
        given.WaitUntil(new DateTime(2026, 11, 25, 10, 0, 0));
        Given.Must(await given.DoAsync(document, "platform.1", MoveKind.Publish));
        Assert.Equal(new DateOnly(2026, 11, 30), (await LackingAsync(given)).Due);
        Assert.Equal(1, await given.RemindedAsync("interpret/", "gongye.editor"));
        given.WaitUntil(new DateTime(2026, 11, 30, 10, 0, 0));
        Assert.False((await LackingAsync(given)).Late);
        given.WaitUntil(new DateTime(2026, 12, 1, 9, 0, 0));
        Assert.True((await LackingAsync(given)).Late);
        Assert.Equal(2, await given.RemindedAsync("interpret/", "office.1"));

        Given.Must(await given.DoAsync(interpretation, "platform.1", MoveKind.Publish));

        Assert.Empty((await given.Get<InterpretationQueries>().PageAsync(false, 0, given.By("office.1"), given.Now)).Rows);
        Assert.True(
            Assert.Single((await given.Get<InterpretationQueries>().PageAsync(true, 0, given.By("office.1"), given.Now)).Rows).Late
        );
    }

    [Fact]
    public async Task NoInterpretation_NeedsAReason_AndTheInterpretationItsFirstInterpreter()
    {
        await using var given = await Given.BureauAsync();
        var document = await given.DraftAsync(RouteCodes.City, c => c.Kind = ItemKind.PolicyDocument);
        Assert.Equal([nameof(ItemContent.LinkedItemId)], Missing(await given.DoAsync(document, "gongye.editor", MoveKind.Send)));
        var interpretation = await given.DraftAsync(RouteCodes.City, c => (c.Kind, c.LinkedItemId) = (ItemKind.Interpretation, document));
        Assert.Equal([nameof(ItemContent.FirstInterpreter)], Missing(await given.DoAsync(interpretation, "gongye.editor", MoveKind.Send)));
        await given.EditAsync(document, "gongye.editor", c => c.NoInterpretationReason = "内部管理文件，不涉及公众");
        await given.WalkAsync(document, "section");

        // The draft that interprets it stands above the reason.
        Assert.Equal(InterpretationState.UnderWay, (await LackingAsync(given)).State);
    }

    [Fact]
    public async Task OnlyTheDraftersUnit_BeginsTheInterpretation()
    {
        await using var given = await Given.BureauAsync();
        var document = await given.DraftAsync(RouteCodes.City, c => c.Kind = ItemKind.PolicyDocument);
        var other = await given.DraftAsync(RouteCodes.City);
        var service = given.Get<InterpretationService>();
        Assert.IsType<NotFound>((await service.BeginAsync(document, Guid.NewGuid(), given.By("nongmu.editor"), given.Now)).Problem);
        Assert.IsType<NotFound>((await service.BeginAsync(document, Guid.NewGuid(), given.By("office.1"), given.Now)).Problem);
        Assert.IsType<NotAPolicyDocument>((await service.BeginAsync(other, Guid.NewGuid(), given.By("gongye.editor"), given.Now)).Problem);
    }

    private static IEnumerable<string?> Missing(Outcome<Move> outcome) =>
        Assert.IsType<ContentIncomplete>(outcome.Problem).Missing.Select(m => m.Field);

    private static async Task<InterpretationRow> LackingAsync(Given given) =>
        Assert.Single(
            (await given.Get<InterpretationQueries>().PageAsync(false, 0, given.By("office.1"), given.Now))
                .Rows.Concat((await given.Get<InterpretationQueries>().PageAsync(false, 0, given.By("gongye.head"), given.Now)).Rows)
                .DistinctBy(r => r.Id)
        );

    private static async Task<(int Document, int Interpretation)> PairAsync(Given given)
    {
        var document = await given.DraftAsync(RouteCodes.City, c => c.Kind = ItemKind.PolicyDocument);
        var interpretation = Given.Must(
            await given.Get<InterpretationService>().BeginAsync(document, Guid.NewGuid(), given.By("gongye.editor"), given.Now)
        );
        await given.EditAsync(document, "gongye.editor", c => c.LinkedItemId = interpretation);
        await given.EditAsync(
            interpretation,
            "gongye.editor",
            c =>
            {
                c.Summary = "解读文件的背景、要点和影响。";
                c.Bylines.ForEach(b => b.Confirmed = true);
            }
        );
        await given.UploadAsync(interpretation, "解读.txt", "解读正文", "gongye.editor");
        return (document, interpretation);
    }

    private static async Task<PublishEntry> EntryAsync(Given given, int id)
    {
        var item = await given.SubmissionAsync(id);
        return new(id, given.Whole(MoveKind.Publish, item.Step, item.Version), await given.EntriesAsync(id));
    }
}
