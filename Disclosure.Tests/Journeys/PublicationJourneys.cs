using Disclosure.Core.Demonstration;
using Disclosure.Tests.Support;
using Microsoft.Playwright;
using UglyToad.PdfPig;

namespace Disclosure.Tests.Journeys;

/// <summary>The bureau's main job, by the screens alone: from an upload to a signed form and a published item.</summary>
[Collection("journeys")]
[Slow]
public sealed class PublicationJourneys(SharedBureau bureau)
{
    [Fact]
    public Task ACityItem_WithOneReturnAndOneRetract_IsPrintedAndPublished() =>
        bureau.Browser.WalkAsync(async () =>
        {
            const string Title = "工业能源简况（市局试行）";
            var editor = await bureau.PersonAsync("gongye.bianji");
            var address = await editor.WriteAsync(Title, DemonstrationDocument.Docx(Title, "虚构内容。"));
            await editor.SendAsync();

            var head = await bureau.PersonAsync("gongye.fuze");
            await head.ReturnAsync(address, "第二段单位有误，请改正。");
            await editor.Page.GotoAsync($"{address}/edit");
            await Assertions.Expect(editor.Page.Locator(".submission")).ToContainTextAsync("第二段单位有误，请改正。");
            await editor.Page.FillAsync("#field-Summary", "反映主要指标的变化情况，单位已改正。");
            await editor.MendAsync();
            await editor.SendAsync();

            await head.ApproveAsync(address);
            await head.RetractAsync(address);
            await head.ApproveAsync(address);
            await (await bureau.PersonAsync("gongkaiban.1")).ApproveAsync(address, "应予公开");
            await (await bureau.PersonAsync("fenguan.1")).ApproveAsync(address);
            await FinishAsync(Title, address, "信息发布审批表");
        });

    [Fact]
    public Task ACountyItem_WithOneReturnAndOneRetract_IsPrintedAndPublished() =>
        bureau.Browser.WalkAsync(async () =>
        {
            const string Title = "卡若区工业生产情况（县区试行）";
            var editor = await bureau.PersonAsync("karuo.bianji");
            var address = await editor.WriteAsync(Title, DemonstrationDocument.Docx(Title, "虚构内容。"), "工业");
            await editor.SendAsync();

            var chief = await bureau.PersonAsync("karuo.juzhang");
            await chief.ApproveAsync(address, "同意在外网发布");
            await chief.RetractAsync(address);
            await chief.ApproveAsync(address, "同意在外网发布");
            await (await bureau.PersonAsync("gongye.bianji")).ReceiveAsync(address);
            var head = await bureau.PersonAsync("gongye.fuze");
            await head.ReturnAsync(address, "请补充说明数据来源。");

            await editor.Page.GotoAsync($"{address}/edit");
            await editor.Page.FillAsync("#field-Summary", "反映主要指标的变化情况，来源为定期报表。");
            await editor.MendAsync();
            await editor.SendAsync();
            await chief.ApproveAsync(address, "同意在外网发布");
            await (await bureau.PersonAsync("gongye.bianji")).ReceiveAsync(address);
            await head.ApproveAsync(address, "有", "建议发布");
            await (await bureau.PersonAsync("gongkaiban.1")).ApproveAsync(address, "应予公开");
            await (await bureau.PersonAsync("fenguan.1")).ApproveAsync(address);
            await FinishAsync(Title, address, "县区信息发布审核表");
        });

    [Fact]
    public Task AStranger_FindsNothing_ByPageFileOrForm() =>
        bureau.Browser.WalkAsync(async () =>
        {
            const string Title = "保密范围试验";
            var editor = await bureau.PersonAsync("touzi.bianji");
            var address = await editor.WriteAsync(Title, DemonstrationDocument.Docx(Title));
            var file = await editor.Page.Locator(".files a").First.GetAttributeAsync("href");
            await editor.SendAsync();

            var stranger = await bureau.PersonAsync("mangkang.bianji");
            foreach (var closed in (string[])[address, $"{address}/edit", $"{address}/form.pdf", $"/{file!.TrimStart('/')}"])
            {
                var answer = await stranger.Page.APIRequest.GetAsync(closed);
                Assert.True(answer.Status == 404 || !(await answer.TextAsync()).Contains(Title, StringComparison.Ordinal), closed);
                if (closed.Contains("pdf", StringComparison.Ordinal) || closed.Contains("files", StringComparison.Ordinal))
                {
                    Assert.Equal(404, answer.Status);
                }
            }
            await stranger.Page.GotoAsync(address);
            await Assertions.Expect(stranger.Page.Locator("main")).ToContainTextAsync("没有找到");
        });

    private async Task FinishAsync(string title, string address, string form)
    {
        var platform = await bureau.PersonAsync("pingtai");
        using (var pdf = PdfDocument.Open(await platform.PrintAsync(address)))
        {
            var text = string.Concat(pdf.GetPages().SelectMany(p => p.GetWords().Select(w => w.Text)));
            Assert.Contains(form, text, StringComparison.Ordinal);
            Assert.Contains(title, text, StringComparison.Ordinal);
        }
        await platform.PublishAsync(title);
        await platform.Page.GotoAsync("/published");
        await Assertions.Expect(platform.Page.Locator("main")).ToContainTextAsync(title);
    }
}
