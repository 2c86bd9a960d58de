using Bunit;
using Disclosure.Core.Approval;
using Disclosure.Core.Review;
using Disclosure.Tests.Core.Files.Formats;
using Disclosure.Tests.Web.Submissions;
using Disclosure.Web.Components.Shared;
using Disclosure.Web.Components.Submissions;

namespace Disclosure.Tests.Web.Review;

public sealed class SelfReviewTests
{
    [Fact]
    public async Task TheEditor_SeesTheSameConsequenceAndFields_WithoutAReturnThatNobodyCouldMake()
    {
        await using var bench = await FormBench.OpenAsync();
        var form = bench.Edit(await bench.FilledAsync("gongye.bianji"), "gongye.bianji");
        form.Find("[data-criterion='4'] input[value=Y]").Change("Y");
        form.Find("input[name='B3-4-comment'][value=False]").Change("on");

        var said = form.Find("[data-criterion='4'] .leads-to").TextContent;
        Assert.Contains(Criteria.Consequence("B3-4/undecided").Sentence, said, StringComparison.Ordinal);
        Assert.Contains("可以：暂停（暂缓公开）、暂停（报请确定）", said, StringComparison.Ordinal);
        Assert.DoesNotContain("退回", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsMissing_IsSaidBesideItsFieldOnceSendingWasTried()
    {
        await using var bench = await FormBench.OpenAsync();
        var form = bench.Edit(await bench.FilledAsync("gongye.bianji"), "gongye.bianji");
        form.Find("[data-criterion='3'] input[value=Y]").Change("Y");
        form.Find("input[name='B3-3-approved'][value=True]").Change("on");
        Assert.Empty(form.FindAll("[data-asked] .problem"));

        Press(form, "检查并送审");
        Assert.Equal(
            ["请填写批准机关。", "请填写批准文号。", "请填写批准日期。", "请上传批准件扫描件。", "请填写说明。"],
            form.FindAll("[data-asked] .problem").Select(p => p.TextContent)
        );
    }

    [Fact]
    public async Task AnApproval_FilledInOnTheForm_IsSentWithItsPaper()
    {
        await using var bench = await FormBench.OpenAsync();
        var id = await bench.FilledAsync("gongye.bianji");
        var sha256 = await PaperAsync(bench, id, "gongye.bianji");
        var form = bench.Edit(id, "gongye.bianji");
        form.Find("[data-criterion='3'] input[value=Y]").Change("Y");
        form.Find("input[name='B3-3-approved'][value=True]").Change("on");
        form.Find("[data-draft='B3-3-body']").Change("制发单位");
        form.Find("[data-draft='B3-3-number']").Change("函〔2026〕7号");
        form.Find("[data-draft='B3-3-day']").Change("2026-10-08");
        await form.InvokeAsync(() => form.FindComponent<ScanUpload>().Instance.ArrivedAsync(sha256, "同意函.png"));
        form.Find("[data-draft='remark-B3-3']").Change("封面有“注意保存”字样");

        Press(form, "检查并送审");
        await form.FindAll("dialog button").Single(b => b.TextContent.Trim() == "送审").ActAsync();
        form.WaitForAssertion(() => Assert.Equal("section", bench.Item(id).Step));
    }

    private static void Press(IRenderedComponent<EditPage> form, string name) =>
        form.FindAll("button").First(b => b.TextContent.Trim() == name).Click();

    private static async Task<string> PaperAsync(FormBench bench, int id, string who)
    {
        var by = bench.By(who);
        var upload = (
            await bench.Store.Blobs.StartAsync("同意函.png", SampleFiles.Png.Length, by.StaffId, ReviewPapers.UploadPurpose(id))
        ).Value;
        _ = (await bench.Store.Blobs.AppendAsync(upload, by.StaffId, 0, new MemoryStream(SampleFiles.Png))).Value;
        var hash = "";
        var finished = await bench.Store.Blobs.FinishAsync(
            upload,
            by.StaffId,
            (db, blob) =>
            {
                hash = blob.Sha256;
                return ReviewPapers.LinkAsync(db, id, "同意函.png", blob, by, bench.Now);
            },
            Guid.NewGuid()
        );
        Assert.True(finished.Ok);
        return hash;
    }
}
