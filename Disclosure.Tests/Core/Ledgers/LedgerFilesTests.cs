using System.IO.Compression;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Forms;
using Disclosure.Core.Ledgers;
using Disclosure.Tests.Core.Forms;
using Disclosure.Tests.Support;
using MiniExcelLibs;
using static Disclosure.Tests.Core.Ledgers.GivenLedgers;

namespace Disclosure.Tests.Core.Ledgers;

[Slow]
public sealed class LedgerFilesTests
{
    [Fact]
    public async Task Workbook_ReadsBack_NumbersAsNumbersAndChineseAsItWas()
    {
        await using var given = await NovemberAsync();
        var list = LedgerFiles.List((await given.Get<LedgerQueries>().MonthAsync(November, given.By("office.1"), given.Now))!);
        Assert.Equal("2026年11月保密审查台账", list.Title);
        Assert.Contains("口径：按报送单位统计；用时为到达环节至签署的工作日，编辑自审不计用时；超期以当时环节时限为准。", list.Notes);
        var rows = ListBook.Rows(list);
        var section = rows.Single(r => (string?)r["单位"] == "工业能源科");
        Assert.Equal(8.0, section["自审次数"]);
        Assert.Equal(0.0, section["平均用时（工作日）"]);
        Assert.Equal(0.0, section["退回次数"]);
        Assert.Null(rows.Single(r => (string?)r["单位"] == "农牧业科")["平均用时（工作日）"]);
        Assert.Equal(7.0, rows.Single(r => (string?)r["单位"] == "合计")["审查件数"]);
        Assert.Equal(9, rows.Count);
        // No head of a unit takes the bureau's figures along.
        var own = LedgerFiles.List((await given.Get<LedgerQueries>().MonthAsync(November, given.By("karuo.chief"), given.Now))!);
        Assert.Equal(["卡若区统计局", "小计"], ListBook.Rows(own).Select(r => (string?)r["单位"]));
        Assert.Null(await given.Get<LedgerQueries>().MonthAsync(November, given.By("gongye.editor"), given.Now));
    }

    [Fact]
    public void Workbook_HoldsNoFormula_WhateverACellBeginsWith()
    {
        var bytes = Workbook.File(
            new WorkbookSheet(
                "表",
                ["头", "数"],
                [
                    ["=1+1", 3],
                    ["＝HYPERLINK(1)", -5],
                    ["\t@SUM(A1)", 2.5],
                ]
            )
        );
        using var archive = new ZipArchive(new MemoryStream(bytes));
        using var reader = new StreamReader(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var sheet = reader.ReadToEnd();
        Assert.DoesNotContain(":f>", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", sheet, StringComparison.Ordinal);
        var rows = new MemoryStream(bytes).Query(useHeaderRow: true).Cast<IDictionary<string, object?>>().ToList();
        Assert.Equal(["'=1+1", "'＝HYPERLINK(1)", "'\t@SUM(A1)"], rows.Select(r => r["头"]));
        Assert.Equal([3.0, -5.0, 2.5], rows.Select(r => r["数"]).Cast<double>());
    }

    [Fact]
    public async Task WorkbookOfWhatIsWithheld_ReadsBack()
    {
        await using var given = await Given.BureauAsync();
        await GivenLedgers.PostponedAsync(given);
        var list = (await given.Get<WithheldQueries>().PageAsync(2026, null, given.By("office.1"), given.Now))!;
        var row = Assert.Single(ListBook.Rows(WithheldFiles.List(list)));
        Assert.Equal(
            ("昌统发审〔2026〕1号", "暂缓公开", "A10", "2026-12-31"),
            ((string?)row["编号"], (string?)row["情形"], (string?)row["制度条款"], (string?)row["复核期限"])
        );
        Assert.Null(await given.Get<WithheldQueries>().PageAsync(2026, null, given.By("platform.1"), given.Now));
    }

    [Fact]
    public async Task Sheet_PrintsEveryLineInBothTables_AndItsSignatures()
    {
        await using var given = await NovemberAsync();
        var view = (await given.LedgerAsync(November, "office.1"))!;
        Given.Must(
            await given.Get<LedgerService>().ConfirmAsync(November, view.Sha256, "", Guid.NewGuid(), given.By("office.1"), given.Now)
        );
        var pdf = Given.Must(await given.Get<LedgerQueries>().PdfAsync(November, given.By("director"), given.Now));
        var (poppler, pig) = (FormPrinting.Poppler(pdf), FormPrinting.PdfPig(pdf));
        foreach (
            var text in (string[])
                [
                    "昌都市统计局保密审查月度台账",
                    "2026年11月表一审查情况",
                    "2026年11月表二处理与时限",
                    "市局科室（中心）",
                    "县（区）统计局",
                    "填报人：综合科·office.1",
                    "审核人：",
                    "日期：2026年12月1日",
                ]
        )
        {
            Assert.Contains(text, poppler, StringComparison.Ordinal);
            Assert.Contains(text, pig, StringComparison.Ordinal);
        }
        Assert.Contains("工业能源科5811100100", poppler, StringComparison.Ordinal);
        Assert.Contains("卡若区统计局0000010201.03", poppler, StringComparison.Ordinal);
        Assert.DoesNotContain("未确认", poppler, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NilReport_SaysSoOnPaper_AndAnUnconfirmedOneIsMarked()
    {
        await using var given = await Given.BureauAsync();
        given.WaitUntil(new DateTime(2026, 12, 2, 9, 0, 0));
        var text = FormPrinting.Poppler(Given.Must(await given.Get<LedgerQueries>().PdfAsync(November, given.By("office.1"), given.Now)));
        Assert.Contains("本月无送审信息，零报告。", text, StringComparison.Ordinal);
        Assert.Contains("未确认", text, StringComparison.Ordinal);
    }

    [Fact]
    public void LongLists_RepeatTheirHeads_AndFillEveryPage()
    {
        var line = new SecrecyLedgerLine("一个名称特别长的事业单位信息中心", [.. Enumerable.Repeat(123, 19)], "1.5", "12");
        var record = new SecrecyLedgerRecord
        {
            Bureau = "昌都市统计局",
            Month = "2026年11月",
            Total = line,
            Nil = "",
            Remark = "备注",
            Blocks =
            [
                new SecrecyLedgerBlock("市局科室（中心）", [.. Enumerable.Repeat(line, 40)], line),
                new SecrecyLedgerBlock("县（区）统计局", [.. Enumerable.Repeat(line, 40)], line),
            ],
        };
        var sheet = SecrecyLedgerForm.Sheet(record);
        using var printing = new FormPrinting();
        var pages = sheet.Pages.SelectMany(p => printing.Laid(p).Select(laid => (Form: p, Laid: laid))).ToList();
        Assert.True(pages.Count > 4);
        Assert.All(
            pages,
            p =>
            {
                Assert.Equal(FormPage.TextHeightMm, p.Form.HeadMm + p.Laid.Rows.Sum(r => r.HeightMm) + p.Laid.NotesMm, 6);
                Assert.Equal(FormPage.WidthMm, p.Form.ColumnsMm.Sum(), 6);
                Assert.Equal(p.Form.Rows[0].Cells, p.Laid.Rows[0].Cells);
                Assert.All(p.Laid.Rows, row => Assert.Equal(p.Form.ColumnsMm.Count, row.Cells.Sum(c => c.Columns)));
            }
        );
        var text = FormPrinting.PdfPig(printing.Print(sheet));
        // Eighty lines, two sums and the total, in either table; nothing moved to a continuation page.
        Assert.Equal(166, text.Split("事业单位信息中心").Length - 1);
        Assert.DoesNotContain("续页", text, StringComparison.Ordinal);
    }
}
