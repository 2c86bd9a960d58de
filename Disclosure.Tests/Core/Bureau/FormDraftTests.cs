using Disclosure.Core.Bureau;
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
    public async Task ATextTooLongIsRefusedInOneSentence()
    {
        await using var given = await Given.BureauAsync();
        var text = new string('字', FormDraftService.Longest + 1);

        var outcome = await given.Get<FormDraftService>().SaveAsync("consultations/new", null, text, given.By("karuo.editor"), given.Now);

        Assert.IsType<FormTooLong>(outcome.Problem);
    }
}
