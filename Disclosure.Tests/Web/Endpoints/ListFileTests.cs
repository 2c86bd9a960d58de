using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Disclosure.Core.Approval;
using Disclosure.Core.Archive;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Interpretation;
using Disclosure.Core.Ledgers;
using Disclosure.Core.Participation;
using Disclosure.Core.Printing;
using Disclosure.Core.Publication;
using Disclosure.Core.PublicOpinion;
using Disclosure.Core.Store;
using Disclosure.Tests.Support;
using Disclosure.Web.Setup;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UglyToad.PdfPig;

namespace Disclosure.Tests.Web.Endpoints;

/// <summary>Every list of the program, as each of its files, asked for as a browser does by somebody who may.</summary>
[Slow]
public sealed partial class ListFileTests(SharedProgram program)
{
    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    // Who asks, and what the address says where it must say something; the office asks for everything else.
    private static readonly Dictionary<ListName, (string Who, string Query)> Asked = new()
    {
        [ListName.Waiting] = ("gongye.fuze", ""),
        [ListName.Drafts] = ("gongye.bianji", ""),
        [ListName.Returned] = ("gongye.bianji", ""),
        [ListName.Search] = ("gongkaiban.1", "text=%E7%BB%9F%E8%AE%A1"),
        [ListName.Evidence] = ("gongkaiban.1", "item=1"),
        [ListName.Platform] = ("pingtai", ""),
        [ListName.Checks] = ("pingtai", ""),
        [ListName.Feedback] = ("gongkaiban.1", "id=1"),
        [ListName.Ledger] = ("gongkaiban.1", "month=2026-10"),
        [ListName.LedgerItems] = ("gongkaiban.1", "month=2026-10&column=Items"),
        [ListName.Trace] = ("gongkaiban.1", "item=1"),
        [ListName.Figures] = ("gongkaiban.1", "code=kinds"),
        [ListName.People] = ("anquan", ""),
        [ListName.Units] = ("anquan", ""),
        [ListName.Subjects] = ("anquan", ""),
        [ListName.Delegations] = ("anquan", ""),
        [ListName.Audit] = ("shenji", "item=1"),
    };

    // Printed by forms of their own, which their own tests look at.
    private static readonly ListName[] OwnForms = [ListName.Ledger, ListName.Annual, ListName.Standing, ListName.Trace];

    public static TheoryData<ListName> All => [.. Enum.GetValues<ListName>()];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Workbook_OpensAndIsReadyForThePrinter(ListName list)
    {
        // That a trace was taken away is itself a line of it.
        var rowsOfTheTable = await TableAsync(list) + (list == ListName.Trace ? 1 : 0);
        var (name, bytes) = await FileAsync(list, "xlsx");
        using (var book = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false))
        {
            Assert.Empty(new OpenXmlValidator().Validate(book).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        }
        var (sheet, book1) = (Part(bytes, "xl/worksheets/sheet1.xml"), Part(bytes, "xl/workbook.xml"));
        var rows = sheet.Descendants(Sheet + "row").Select(Cells).ToList();
        Assert.StartsWith(rows[0][0], name, StringComparison.Ordinal);
        Assert.Contains("昌都市统计局", rows[1][0], StringComparison.Ordinal);
        Assert.Contains($"制表日期：{Day:yyyy-MM-dd}", rows[1][0], StringComparison.Ordinal);
        var head = int.Parse(
            HeadRow().Match(book1.Descendants(Sheet + "definedName").Single().Value).Groups[1].Value,
            CultureInfo.InvariantCulture
        );
        Assert.Equal(rowsOfTheTable, rows.Skip(head).TakeWhile(r => r.Count == rows[head - 1].Count).Count());
        Assert.Equal("1", sheet.Descendants(Sheet + "pageSetUpPr").Single().Attribute("fitToPage")?.Value);
        var page = sheet.Descendants(Sheet + "pageSetup").Single();
        Assert.Equal(
            ("9", "1", "0"),
            (page.Attribute("paperSize")?.Value, page.Attribute("fitToWidth")?.Value, page.Attribute("fitToHeight")?.Value)
        );
        Assert.Contains("第 &P 页 共 &N 页", sheet.Descendants(Sheet + "oddFooter").Single().Value, StringComparison.Ordinal);
        Assert.All(sheet.Descendants(Sheet + "col"), c => Assert.Equal("1", c.Attribute("customWidth")?.Value));
        Assert.Empty(sheet.Descendants(Sheet + "f"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task PrintedFile_NamesItselfAndItsDay_AndRepeatsItsHead(ListName list)
    {
        var (name, bytes) = await FileAsync(list, "pdf");
        Assert.EndsWith($"{Day:yyyyMMdd}.pdf", name, StringComparison.Ordinal);
        using var pdf = PdfDocument.Open(bytes);
        var pages = pdf.GetPages().Select(p => p.Text.Replace(" ", "", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(pages);
        Assert.All(pages, p => Assert.Contains($"页共{pages.Count}页", p, StringComparison.Ordinal));
        if (OwnForms.Contains(list))
        {
            return;
        }
        var title = name[..^"20261201.pdf".Length];
        var first = Heads(await TextAsync(list))[0];
        Assert.All(
            pages,
            p =>
            {
                Assert.Contains(title, p, StringComparison.Ordinal);
                Assert.Contains($"制表日期：{Day:yyyy-MM-dd}", p, StringComparison.Ordinal);
                Assert.Contains(first, p, StringComparison.Ordinal);
            }
        );
    }

    [Theory]
    [MemberData(nameof(Paged))]
    public async Task Files_HoldAllPagesOfThePage(ListName list)
    {
        var (who, _) = Asked.GetValueOrDefault(list, ("gongkaiban.1", ""));
        await using var db = await program.Services.GetRequiredService<IDbContextFactory<DisclosureDb>>().CreateDbContextAsync();
        var person = await db.Staff.SingleAsync(s => s.SignInName == who);
        var by = new Actor(person.Id, person.Name, "");
        Assert.Equal(
            await Totals[list](program.Services, by, program.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime),
            await TableAsync(list)
        );
    }

    [Fact]
    public async Task ListOfPeople_IsThereForAdministrators_AndNotForOthers()
    {
        foreach (var who in (string[])["gongkaiban.1", "zhuyao", "shenji", "pingtai"])
        {
            using var client = await program.SignInAsync(who);
            foreach (var format in (string[])["xlsx", "pdf", "csv"])
            {
                using var answer = await client.GetAsync(new Uri($"/lists/people.{format}", UriKind.Relative));
                Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
            }
        }
    }

    public static TheoryData<ListName> Paged => [.. Totals.Keys];

    // How many the page says there are, by the query that the page asks for its first page.
    private static readonly Dictionary<ListName, Func<IServiceProvider, Actor, DateTime, Task<int>>> Totals = new()
    {
        [ListName.Waiting] = async (s, by, now) => (await InboxAsync(s, Worklist.Waiting, by, now)).Total,
        [ListName.Handled] = async (s, by, now) => (await InboxAsync(s, Worklist.Handled, by, now)).Total,
        [ListName.Readable] = async (s, by, now) => (await InboxAsync(s, Worklist.Readable, by, now)).Total,
        [ListName.Overdue] = async (s, by, now) => (await InboxAsync(s, Worklist.Overdue, by, now)).Total,
        [ListName.Drafts] = async (s, by, now) => (await InboxAsync(s, Worklist.Drafts, by, now)).Total,
        [ListName.Holds] = async (s, by, now) => (await s.GetRequiredService<HoldQueries>().PageAsync(false, 0, by, now)).Total,
        [ListName.Platform] = async (s, by, now) => (await s.GetRequiredService<PublicationQueries>().ToPublishAsync(0, by, now)).Total,
        [ListName.Checks] = async (s, by, now) =>
            (await s.GetRequiredService<ConsistencyQueries>().PageAsync(CheckFilter.Never, 0, by, now)).Total,
        [ListName.Published] = async (s, by, now) =>
            (await s.GetRequiredService<PublicationQueries>().PublishedAsync(BureauTime.Day(now).Year, "", 0, by, now)).Total,
        [ListName.Interpretations] = async (s, by, now) =>
            (await s.GetRequiredService<InterpretationQueries>().PageAsync(false, 0, by, now)).Total,
        [ListName.Consultations] = async (s, by, now) => (await s.GetRequiredService<ConsultationQueries>().PageAsync(0, by, now))!.Total,
        [ListName.Opinions] = async (s, by, now) =>
            (await s.GetRequiredService<OpinionQueries>().PageAsync(OpinionFilter.All, "", 0, by, now)).Total,
        [ListName.Publications] = async (s, by, now) =>
            (
                await s.GetRequiredService<PublicationLedgerQueries>()
                    .PageAsync(new PublicationPeriod(BureauTime.Day(now).Year, null), 0, by, now)
            )!.Total,
        [ListName.Withheld] = async (s, by, now) =>
            (await s.GetRequiredService<WithheldQueries>().PageAsync(BureauTime.Day(now).Year, 0, by, now))!.Total,
        [ListName.Originals] = async (s, by, now) =>
            (await s.GetRequiredService<PrintQueries>().PageAsync(OriginalsFilter.Out, "", 0, by, now)).Totals[OriginalsFilter.Out],
        [ListName.Archive] = async (s, by, now) =>
            (await s.GetRequiredService<ArchiveQueries>().PageAsync(BureauTime.Day(now).Year, "", null, 0, by, now))!.Total,
        [ListName.People] = async (s, _, now) =>
            (await s.GetRequiredService<StaffQueries>().PageAsync(new StaffFilter("", null, null, false), 0, now)).Total,
        [ListName.Delegations] = async (s, _, now) =>
            (await s.GetRequiredService<StaffQueries>().DelegationsAsync("", false, 0, BureauTime.Day(now))).Total,
        [ListName.Audit] = async (s, _, _) =>
            (await s.GetRequiredService<AuditQueries>().PageAsync(new AuditFilter("", null, null, 1), 0)).Total,
    };

    private static Task<ItemList> InboxAsync(IServiceProvider services, Worklist worklist, Actor by, DateTime now) =>
        services.GetRequiredService<InboxQueries>().PageAsync(worklist, "", 0, by, now);

    private DateOnly Day => BureauTime.Day(program.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);

    private async Task<(string Name, byte[] Bytes)> FileAsync(ListName list, string format)
    {
        var (who, query) = Asked.GetValueOrDefault(list, ("gongkaiban.1", ""));
        using var client = await program.SignInAsync(who);
        using var answer = await client.GetAsync(
            new Uri($"/lists/{list.ToString().ToLowerInvariant()}.{format}?{query}", UriKind.Relative)
        );
        Assert.True(answer.IsSuccessStatusCode, $"{list}.{format} answered {answer.StatusCode}");
        return (answer.Content.Headers.ContentDisposition!.FileNameStar!, await answer.Content.ReadAsByteArrayAsync());
    }

    private async Task<string> TextAsync(ListName list) => System.Text.Encoding.UTF8.GetString((await FileAsync(list, "csv")).Bytes);

    // Rows of the table for machines, its head not counted; an end of a line inside quotes ends no row.
    private async Task<int> TableAsync(ListName list) => EndOfRow().Count(await TextAsync(list)) - 1;

    private static string[] Heads(string table) =>
        table.Trim('\ufeff')[1..table.IndexOf("\"\r\n", StringComparison.Ordinal)].Split("\",\"");

    private static XDocument Part(byte[] book, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(book));
        using var part = zip.GetEntry(name)!.Open();
        return XDocument.Load(part);
    }

    private static List<string> Cells(XElement row) => [.. row.Elements(Sheet + "c").Select(c => c.Value)];

    [GeneratedRegex(@"\$(\d+):\$\d+$")]
    private static partial Regex HeadRow();

    [GeneratedRegex("\"\r\n")]
    private static partial Regex EndOfRow();
}
