using Disclosure.Core.Approval;
using Disclosure.Core.Forms;
using Disclosure.Core.Printing;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Core.Forms;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Disclosure.Tests.Core.Forms.FormPrinting;

namespace Disclosure.Tests.Core.Printing;

/// <summary>Printing freezes number, print count, fingerprint and what stands on the paper (D10).</summary>
[Slow]
public sealed class PrintingTests
{
    [Fact]
    public async Task APrint_StaysAsItWas_HoweverFarTheItemGoesOn()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        var print = await given.PrintAsync(id);
        var before = Given.Must(await given.Get<PrintService>().DrawAsync(id, print, given.By("office.1"), given.Now));
        await given.WalkAsync(id, "platform");

        var after = Given.Must(await given.Get<PrintService>().DrawAsync(id, print, given.By("office.1"), given.Now));

        Assert.Equal(before.Pdf, after.Pdf);
        Assert.DoesNotContain("deputy", Text(await given.SheetAsync(id, print)), StringComparison.Ordinal);
        Assert.Contains("deputy", Text(await given.SheetAsync(id, await given.PrintAsync(id))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APrint_CarriesItsNumber_TheDigits_AndACodeThatOpensItsCheck()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.County, "section");
        await given.PrintAsync(id);

        var sheet = await given.SheetAsync(id, await given.PrintAsync(id));

        var fingerprint = (await given.Get<ItemQueries>().FindAsync(id, given.By("gongye.editor"), given.Now))!.Fingerprint;
        Assert.StartsWith("第2次打印", sheet.PrintLine, StringComparison.Ordinal);
        Assert.Equal(new PaperCode(id, 2, fingerprint), PaperCode.Read(sheet.QrText));
        Assert.StartsWith(Given.Site.ToUpperInvariant(), sheet.QrText, StringComparison.Ordinal);
        Assert.Matches("^[0-9A-Z $%*+./:-]+$", sheet.QrText);
    }

    [Fact]
    public async Task AChangedItem_VoidsEveryEarlierPrint()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        var print = await given.PrintAsync(id);
        Given.Must(await given.DoAsync(id, "gongye.head", MoveKind.Return));

        Assert.True((await given.PrintedAsync(id, print, "gongye.editor")).IsVoid);
        await given.ReplaceBodyAsync(id, "gongye.editor", $"改过的正文 {Guid.NewGuid()}");
        await given.WalkAsync(id, "section");

        var (old, fresh) = (
            await given.PrintedAsync(id, print, "gongye.head"),
            await given.PrintedAsync(id, await given.PrintAsync(id), "gongye.head")
        );
        Assert.True(old.IsVoid);
        Assert.False(fresh.IsVoid);
        Assert.Equal(2, fresh.Number);
        var pdf = Given.Must(await given.Get<PrintService>().DrawAsync(id, print, given.By("gongye.head"), given.Now)).Pdf;
        Assert.Contains("已作废", FormPrinting.Poppler(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BoxesLeftForThePen_KeepTheOpinion_AndLeaveNameAndDay()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        var sheet = await given.SheetAsync(id, await given.PrintAsync(id, choice: new PrintChoice { PenSteps = ["section"] }));

        var boxes = Boxes(sheet);
        Assert.Equal(
            ("", null, null),
            (
                boxes["科室（中心）负责人复审意见"].Name,
                boxes["科室（中心）负责人复审意见"].Day,
                boxes["科室（中心）负责人复审意见"].SignedInSystem
            )
        );
        Assert.NotEqual("", boxes["科室（中心）负责人复审意见"].Opinion);
        Assert.NotEqual("", boxes["编辑人员初审（自查）意见"].Name);
        Assert.NotNull(boxes["编辑人员初审（自查）意见"].SignedInSystem);
    }

    [Fact]
    public async Task WhatAPersonChose_IsRememberedForThatPerson()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        await given.PrintAsync(id, "gongye.editor", new PrintChoice { WithFlow = true, PenSteps = ["section", "office"] });

        var prints = given.Get<PrintService>();
        var mine = await prints.ChoiceAsync(given.By("gongye.editor"));
        Assert.True(mine is { WithFlow: true, WithFiles: false, PenSteps: ["section", "office"] });
        Assert.Equal(PrintChoice.FormOnly, await prints.ChoiceAsync(given.By("office.1")));
    }

    [Fact]
    public async Task FlowRecordAndFiles_ArePrintedWithTheForm_WhenChosen()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        var (alone, with) = (
            await given.SheetAsync(id, await given.PrintAsync(id)),
            await given.SheetAsync(id, await given.PrintAsync(id, choice: new PrintChoice { WithFlow = true, WithFiles = true }))
        );

        Assert.Equal(2, alone.Pages.Count);
        Assert.Equal([FlowRecordForm.Name, AttachmentListForm.Name], with.Pages.Skip(2).Select(p => p.Title));
        Assert.Contains("正文.txt", Text(with), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACharacterThatNoFontHas_LetInByAnEarlierVersion_IsPrintedAsAMark_AndKeptAsItWas()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section", c => c.Remarks = "生僻字某");
        await given.TamperAsync("UPDATE Revisions SET ContentJson = replace(ContentJson, '生僻字某', '生僻字\U000F1234')");

        var number = await given.PrintAsync(id);

        Assert.Contains(
            "生僻字〓",
            Poppler(Given.Must(await given.Get<PrintService>().DrawAsync(id, number, given.By("gongye.editor"), given.Now)).Pdf),
            StringComparison.Ordinal
        );
        Assert.Contains("生僻字\U000F1234", Text(await given.SheetAsync(id, number)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EightWhoPrintAtOnce_GetEightNumbers()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => Task.Run(() => given.TryPrintAsync(id, $"office.{i}"))));

        var numbers = outcomes.Where(o => o.Ok).Select(o => o.Value).ToList();
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
        Assert.All(outcomes.Where(o => !o.Ok), o => Assert.IsType<ItemKeptMoving>(o.Problem));
        Assert.Equal(
            Enumerable.Range(1, numbers.Count),
            (await given.ReadAsync(db => db.FormPrints.Select(p => p.Number).ToListAsync())).Order()
        );
    }

    [Fact]
    public async Task TheSameCommandAgain_PrintsOnce()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        var command = Guid.NewGuid();
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(
                1,
                Given.Must(
                    await given
                        .Get<PrintService>()
                        .RegisterAsync(id, PrintChoice.FormOnly, Given.Site, command, given.By("gongye.editor"), given.Now)
                )
            );
        }
        Assert.Equal(1, await given.ReadAsync(db => db.FormPrints.CountAsync()));
    }

    [Theory]
    [InlineData("edit")]
    public async Task ADraft_CanOnlyBePreviewed(string step)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, step);

        Assert.IsType<NothingToPrint>((await given.TryPrintAsync(id)).Problem);
        var preview = Given.Must(
            await given.Get<PrintService>().PreviewAsync(id, PrintChoice.FormOnly, given.By("gongye.editor"), given.Now)
        );
        Assert.Contains("仅供预览", FormPrinting.Poppler(preview.Pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStop_ErasesWhatStoodOnPaper_AndLeavesThatItWasPrinted()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section", c => c.Remarks = "不该留下的话");
        var print = await given.PrintAsync(id);
        Given.Must(await given.DoAsync(id, "gongye.head", MoveKind.Stop));

        Assert.Equal(0, await given.ReadAsync(db => db.PrintedSheets.CountAsync()));
        Assert.True((await given.PrintedAsync(id, print, "gongye.head")).IsVoid);
        Assert.IsType<SheetNotKept>((await given.Get<PrintService>().DrawAsync(id, print, given.By("gongye.head"), given.Now)).Problem);
    }

    private static string Text(FormSheet sheet) => string.Concat(sheet.Texts().Select(t => t.Text));

    private static Dictionary<string, SignatureBox> Boxes(FormSheet sheet) =>
        sheet.Pages[0].Rows.SelectMany(r => r.Cells).OfType<SigningCell>().ToDictionary(c => c.Name, c => c.Box);
}
