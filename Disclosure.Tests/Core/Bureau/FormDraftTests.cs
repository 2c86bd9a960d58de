using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Bureau;

/// <summary>What somebody typed into a form and has not sent is kept for nobody else.</summary>
public sealed class FormDraftTests
{
    [Fact]
    public async Task WhatOneTypedComesBackToOneselfAlone()
    {
        await using var given = await Given.BureauAsync();
        var service = given.Get<FormDraftService>();
        Given.Must(await service.SaveAsync("consultations/new", null, """{"Title":"甲"}""", given.By("karuo.editor"), given.Now));

        Assert.Equal("""{"Title":"甲"}""", (await service.FindAsync("consultations/new", given.By("karuo.editor"), given.Now))?.Json);
        Assert.Null(await service.FindAsync("consultations/new", given.By("karuo.editor2"), given.Now));
    }

    [Fact]
    public async Task NothingIsKeptOnceNothingIsLeft()
    {
        await using var given = await Given.BureauAsync();
        var service = given.Get<FormDraftService>();
        Given.Must(await service.SaveAsync("consultations/new", null, "{}", given.By("karuo.editor"), given.Now));

        Given.Must(await service.SaveAsync("consultations/new", null, "", given.By("karuo.editor"), given.Now));

        Assert.Equal(0, await given.ReadAsync(db => db.FormDrafts.CountAsync()));
    }

    [Fact]
    public async Task WhatOneLeftBelowAPlaceIsToldToOneselfAlone()
    {
        await using var given = await Given.BureauAsync();
        var service = given.Get<FormDraftService>();
        Given.Must(await service.SaveAsync("consultations/1/change", null, "{}", given.By("karuo.editor"), given.Now));
        Given.Must(await service.SaveAsync("consultations/12/change", null, "{}", given.By("karuo.editor"), given.Now));
        Given.Must(await service.SaveAsync("consultations/1/summary", null, "{}", given.By("karuo.editor2"), given.Now));

        Assert.Equal(["consultations/1/change"], await service.LeftAsync("consultations/1/", given.By("karuo.editor"), given.Now));
    }

    [Fact]
    public async Task WordsAboutAnItem_AreErasedWithIt_AndAPageThatStayedOpenPutsNothingBack()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        var (forms, templates) = (given.Get<FormDraftService>(), given.Get<DraftTemplateService>());
        var (head, editor) = (given.By("gongye.head"), given.By("gongye.editor"));
        Given.Must(await forms.SaveAsync("holds/1/ending", id, "{\"a\":\"涉密的字\"}", head, given.Now));
        Given.Must(await templates.SaveAsync("月报", (await given.SubmissionAsync(id)).Draft, null, id, editor, given.Now));
        var before = (await given.SubmissionAsync(id)).Draft;

        Given.Must(await given.DoAsync(id, "gongye.head", MoveKind.Stop));

        Assert.IsType<NotFound>((await forms.SaveAsync("holds/1/ending", id, "{\"a\":\"涉密的字\"}", head, given.Now)).Problem);
        Assert.IsType<NotFound>((await templates.SaveAsync("月报", before, null, id, editor, given.Now)).Problem);
        Assert.Equal(0, await given.ReadAsync(async db => await db.FormDrafts.CountAsync() + await db.DraftTemplates.CountAsync()));
    }

    [Fact]
    public async Task WordsAboutAnItemThatOneMayNotRead_AreNotKept()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        var outcome = await given.Get<FormDraftService>().SaveAsync("holds/1/ending", id, "{}", given.By("nongmu.editor"), given.Now);
        Assert.IsType<NotFound>(outcome.Problem);
    }

    [Fact]
    public async Task ATextTooLongIsRefusedInOneSentence()
    {
        await using var given = await Given.BureauAsync();
        var text = new string('字', FormDraftService.Longest + 1);

        var outcome = await given.Get<FormDraftService>().SaveAsync("consultations/new", null, text, given.By("karuo.editor"), given.Now);

        Assert.IsType<FormTooLong>(outcome.Problem);
    }
}
