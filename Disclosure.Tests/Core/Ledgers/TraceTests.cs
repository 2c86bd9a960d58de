using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Ledgers;
using Disclosure.Core.Printing;
using Disclosure.Core.Publication;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Core.Forms;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Ledgers;

[Slow]
public sealed class TraceTests
{
    [Fact]
    public async Task Trace_HoldsEverySignature_TheReturnedAndTheActedForIncluded()
    {
        await using var given = await Given.BureauAsync();
        var id = await WalkedAsync(given);
        var trace = (await given.Get<TraceQueries>().FindAsync(id, given.By("office.1"), given.Now))!;

        Assert.Equal(
            (await given.SignaturesAsync(id)).Select(s => (s.Kind, s.StaffName, s.At, s.Fingerprint, s.Round)),
            trace.Signatures.Select(s => (s.Kind, s.Name, s.At, s.Fingerprint, s.Round))
        );
        Assert.Equal(
            [MoveKind.Send, MoveKind.Approve, MoveKind.Return, MoveKind.Send, MoveKind.Approve, MoveKind.Approve, MoveKind.Approve],
            trace.Signatures.Select(s => s.Kind)
        );
        Assert.Equal(["已失效", "已失效", "办理记录", "有效", "有效", "有效", "有效"], trace.Signatures.Select(s => s.Effect));
        Assert.All(trace.Signatures, s => Assert.Equal("10.0.0.7", s.Address));
        var deputy = trace.Signatures[^1];
        Assert.Equal(
            (Duty.DeputyDirector, given.By("delegate").Name, given.By("deputy").Name),
            (deputy.Duty, deputy.Name, deputy.ActingFor)
        );
        Assert.Equal("退回，已核。", trace.Signatures[2].Opinion);
        Assert.Equal([1], trace.Prints.Select(p => p.Number));
    }

    [Fact]
    public async Task AuditAdministrator_SeesHandsAndHours_AndNothingOfTheContent()
    {
        await using var given = await Given.BureauAsync();
        var id = await WalkedAsync(given);
        var held = await GivenLedgers.PostponedAsync(given);
        var queries = given.Get<TraceQueries>();
        var trace = (await queries.FindAsync(id, given.By("admin.audit"), given.Now))!;
        Assert.Equal((false, "", "工业能源科"), (trace.WithContent, trace.Title, trace.Unit));
        Assert.Equal(7, trace.Signatures.Count);
        Assert.All(trace.Signatures, s => Assert.Equal("", s.Opinion));
        Assert.Equal([""], (await queries.FindAsync(held, given.By("admin.audit"), given.Now))!.Holds.Select(h => h.Reason));
        Assert.Equal(["暂停，已核。"], (await queries.FindAsync(held, given.By("office.1"), given.Now))!.Holds.Select(h => h.Reason));

        var text = ListBook.Table(Given.Must(await queries.ListAsync(id, "csv", given.By("admin.audit"), given.Now)));
        Assert.DoesNotContain("规模以上工业", text, StringComparison.Ordinal);
        Assert.DoesNotContain("已核。", text, StringComparison.Ordinal);
        Assert.False(await given.Get<ItemQueries>().MayReadAsync(id, given.By("admin.audit"), given.Now));
    }

    [Fact]
    public async Task Others_FindNothing()
    {
        await using var given = await Given.BureauAsync();
        var id = await WalkedAsync(given);
        foreach (var who in (string[])["nongmu.editor", "jiangda.chief", "admin.system", "admin.security", "nobody", "closed"])
        {
            Assert.Null(await given.Get<TraceQueries>().FindAsync(id, given.By(who), given.Now));
            Assert.IsType<NotFound>((await given.Get<TraceQueries>().PdfAsync(id, given.By(who), given.Now)).Problem);
        }
        Assert.Null(await given.Get<TraceQueries>().FindAsync(99, given.By("admin.audit"), given.Now));
    }

    [Fact]
    public async Task Printed_EverySignatureStandsOnTheSheet_AndTakingItIsWrittenDown()
    {
        await using var given = await Given.BureauAsync();
        var id = await WalkedAsync(given);
        var pdf = Given.Must(await given.Get<TraceQueries>().PdfAsync(id, given.By("office.1"), given.Now));
        var (poppler, pig) = (FormPrinting.Poppler(pdf.Bytes), FormPrinting.PdfPig(pdf.Bytes));
        foreach (var s in await given.SignaturesAsync(id))
        {
            foreach (
                var text in new[]
                {
                    ItemTrace.Second(s.At),
                    s.StaffName,
                    s.Address,
                    Fingerprint.Short(s.Fingerprint),
                    s.Text,
                    s.Duty.Name(),
                }
            )
            {
                Assert.Contains(FormPrinting.Solid(text), poppler, StringComparison.Ordinal);
                Assert.Contains(FormPrinting.Solid(text), pig, StringComparison.Ordinal);
            }
        }
        Assert.Contains(FormPrinting.Solid($"（代{given.By("deputy").Name}）"), poppler, StringComparison.Ordinal);
        Assert.Contains("昌都市规模以上工业运行情况", poppler, StringComparison.Ordinal);
        Assert.Equal("流转记录_昌统发审〔2026〕1号.pdf", pdf.Name);
        var trace = (await given.Get<TraceQueries>().FindAsync(id, given.By("office.1"), given.Now))!;
        Assert.Equal(["导出流转记录（pdf）"], trace.Reads.Select(r => r.Detail));
        Assert.True((await given.Get<AuditVerifier>().VerifyAsync()).Whole);
    }

    [Fact]
    public async Task LongOpinions_StandWholeOnContinuationPages()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        var opinion = string.Concat(Enumerable.Range(1, 400).Select(i => $"第{i}项已核。"))[..1900];
        Given.Must(await given.DoAsync(id, "gongye.head", MoveKind.Return, c => c with { Text = opinion }));
        var pdf = FormPrinting.PdfPig(Given.Must(await given.Get<TraceQueries>().PdfAsync(id, given.By("gongye.head"), given.Now)).Bytes);
        Assert.Contains(opinion[^40..], pdf, StringComparison.Ordinal);
    }

    // Returned once by the office, then signed again; the deputy's signature is given by a delegate; printed.
    private static async Task<int> WalkedAsync(Given given)
    {
        var id = await given.ItemAsync(RouteCodes.City, "office");
        Given.Must(await given.DoAsync(id, "office.1", MoveKind.Return));
        await given.WalkAsync(id, "deputy");
        Given.Must(await given.DoAsync(id, "delegate", MoveKind.Approve));
        Given.Must(
            await given
                .Get<PrintService>()
                .RegisterAsync(id, PrintChoice.FormOnly, "http://localhost/", Guid.NewGuid(), given.By("office.1"), given.Now)
        );
        return id;
    }
}
