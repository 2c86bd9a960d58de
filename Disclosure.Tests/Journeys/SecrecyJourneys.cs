using System.Text;
using Disclosure.Core.Demonstration;
using Disclosure.Tests.Support;
using Microsoft.Playwright;

namespace Disclosure.Tests.Journeys;

/// <summary>What every 是 leads to, walked by the screens alone (B3–B7, A10, D2).</summary>
[Collection("journeys")]
[Slow]
public sealed class SecrecyJourneys(SharedBureau bureau)
{
    [Fact]
    public Task AnExpiredMarking_IsDeclassified_AndPublished() =>
        bureau.Browser.WalkAsync(async () =>
        {
            const string Title = "已到期文件摘编（解密试验）";
            var address = await SentAsync(Title);
            var head = await bureau.PersonAsync("gongye.fuze");
            await head.ReviewAsync(address, 1);
            await head.MarkAsync("秘密", "2010-05-06", 10);
            await Assertions.Expect(head.Page.Locator("[data-criterion='1']")).ToContainTextAsync("须经审查确认并办理解密手续");
            await head.Page.Locator("[data-criterion='1'] textarea").FillAsync("封面标有密级，期限已满。");
            await head.HoldAsync("待解密");
            await head.OpenHoldAsync(address);
            await head.Page.Locator("[data-paper=former-level]").SelectOptionAsync(new SelectOptionValue { Label = "秘密" });
            await head.EnterAsync(
                ("定密日期", "2010-05-06"),
                ("期满日期", "2020-05-06"),
                ("解密决定机关", "原定密机关"),
                ("解密文号", "解密〔2026〕3号"),
                ("解密日期", "2026-10-30")
            );
            await head.ScanAsync("解密文件扫描件");
            await head.EndAsync("可以公开，继续办理");

            await head.OpenAsync(address);
            await head.SignAsync();
            await ReviewAsync("gongkaiban.1", address, [1], "应予公开");
            await ReviewAsync("fenguan.1", address, [1]);
            await PublishAsync(Title);
        });

    [Fact]
    public Task AMarkingThatHolds_IsErased_DownToTheBytesOfTheStore() =>
        bureau.Browser.WalkAsync(async () =>
        {
            const string Secret = "不得留在系统里的一段话甲乙丙丁";
            var editor = await bureau.PersonAsync("gongye.bianji");
            var address = await editor.WriteAsync("标有密级的文件（清除试验）", DemonstrationDocument.Docx("正文"));
            await editor.UploadAsync("附件原文.txt", Secret);
            await editor.SendAsync();
            Assert.True(await StoreHoldsAsync(Secret));

            var head = await bureau.PersonAsync("gongye.fuze");
            await head.ReviewAsync(address, 1);
            await head.MarkAsync("机密", "2020-05-06", 20);
            await Assertions.Expect(head.Page.Locator("[data-criterion='1']")).ToContainTextAsync("本系统不得处理国家秘密");
            await head.Page.GetByRole(AriaRole.Button, new() { Name = "涉密中止…" }).ClickAsync();
            await head.Page.GetByRole(AriaRole.Button, new() { Name = "确认涉密中止" }).ClickAsync();
            await Assertions.Expect(head.Page.Locator(".notice.stop").First).ToContainTextAsync("请按保密规定在纸质渠道办理");

            Assert.False(await StoreHoldsAsync(Secret));
            await head.OpenAsync(address);
            await head.Page.GetByRole(AriaRole.Tab, new() { Name = "意见与流转" }).ClickAsync();
            await Assertions.Expect(head.Page.Locator(".timeline")).ToContainTextAsync("涉密中止");
        });

    [Fact]
    public Task AnUndecidedMatter_IsPostponed_Referred_Answered_AndGoesOn() =>
        bureau.Browser.WalkAsync(async () =>
        {
            const string Title = "尚在研究的改革方案（暂缓试验）";
            var address = await SentAsync(Title);
            var head = await bureau.PersonAsync("gongye.fuze");
            await head.ReviewAsync(address, 4);
            await head.Page.Locator("[data-criterion='4'] input[name='B3-4-comment']").Last.CheckAsync();
            await head.Page.Locator("[data-criterion='4'] textarea").FillAsync("尚待会议审议。");
            await head.HoldAsync("暂缓公开", measures: "不对外提供。");

            var office = await bureau.PersonAsync("gongkaiban.1");
            await office.Page.GotoAsync("/holds");
            await office.Page.Locator("main tr", new() { HasText = Title }).Locator("a").First.ClickAsync();
            await office.Page.Locator(".hold-page").WaitForAsync();
            await office.EndAsync("转为报请确定");
            await office.OpenHoldAsync(address);
            await office.Page.GetByLabel("是否可以公开", new() { Exact = true }).CheckAsync();
            await Assertions.Expect(office.Page.GetByLabel("主送机关", new() { Exact = true })).ToHaveValueAsync("有关主管部门");
            await office.EnterAsync(
                ("函件文号", "昌统函〔2026〕8号"),
                ("函件日期", "2026-11-04"),
                ("答复文号", "复函〔2026〕5号"),
                ("答复日期", "2026-11-09")
            );
            await office.ScanAsync("答复扫描件");
            await office.Page.Locator(".save-state", new() { HasText = "已自动保存" }).WaitForAsync();
            var letter = await office.Page.APIRequest.GetAsync(
                (await office.Page.GetByRole(AriaRole.Link, new() { Name = "打印报请确定函" }).GetAttributeAsync("href"))!
            );
            Assert.Equal(200, letter.Status);
            await office.EndAsync("可以公开，继续办理");

            await head.OpenAsync(address);
            await head.SignAsync();
            await ReviewAsync("gongkaiban.1", address, [4], "应予公开");
            await ReviewAsync("fenguan.1", address, [4]);
            await PublishAsync(Title);
        });

    [Fact]
    public Task ASecretPart_IsErased_AndTheProcessedVersionPassesThreeNewReviews() =>
        bureau.Browser.WalkAsync(async () =>
        {
            const string Title = "部分涉密的分析（区分处理试验）";
            const string Secret = "须从原件中删去的一段话戊己庚辛";
            var editor = await bureau.PersonAsync("gongye.bianji");
            var address = await editor.WriteAsync(Title, DemonstrationDocument.Docx("正文"));
            await editor.UploadAsync("原始附件.txt", Secret);
            await editor.SendAsync();
            await (await bureau.PersonAsync("gongye.fuze")).ApproveAsync(address);
            var office = await bureau.PersonAsync("gongkaiban.1");
            await office.ReviewAsync(address);
            await office.Page.GetByLabel("部分公开", new() { Exact = true }).CheckAsync();
            await office.HoldAsync("区分处理", matter: "涉密内容");
            Assert.False(await StoreHoldsAsync(Secret));

            await editor.Page.GotoAsync($"{address}/edit");
            await editor.Page.Locator(".processing").WaitForAsync();
            await editor.EnterAsync(("处理办法", "删除第三段"), ("处理人", "工业能源科编辑员"));
            await editor.Page.Locator("[data-paper=checked-by]").FillAsync("工业能源科负责人");
            await editor.Page.Locator("[data-paper=checked-by]").BlurAsync();
            await editor.Page.FillAsync("#field-Summary", "处理后的概述。");
            await editor.Page.Locator(".save-state", new() { HasText = "已自动保存" }).First.WaitForAsync();
            await editor.UploadAsync("处理后的版本.txt", "不含涉密内容的版本");
            for (var place = 1; place <= 5; place++)
            {
                await editor.SayAsync(place, false);
            }
            await editor.SendAsync();
            await (await bureau.PersonAsync("gongye.fuze")).ApproveAsync(address);
            await ReviewAsync("gongkaiban.1", address, [], "部分公开");
            await ReviewAsync("fenguan.1", address, []);
            await PublishAsync(Title);
        });

    [Theory]
    [InlineData("权利人同意公开", "含个人信息的公告（同意试验）")]
    [InlineData("不公开对公共利益造成重大影响", "含个人信息的公告（公共利益试验）")]
    public Task PrivacyByException_PassesOnlyWithItsPaper_AndTheDirector(string basis, string title) =>
        bureau.Browser.WalkAsync(async () =>
        {
            var address = await SentAsync(title);
            var head = await bureau.PersonAsync("gongye.fuze");
            await head.ReviewAsync(address, 5);
            var question = head.Page.Locator("[data-criterion='5']");
            await question.GetByLabel("个人隐私", new() { Exact = true }).CheckAsync();
            await question.GetByLabel(basis, new() { Exact = true }).CheckAsync();
            await question.Locator("textarea").Last.FillAsync("附件列有个人姓名。");
            if (basis == "权利人同意公开")
            {
                await head.EnterAsync(("权利人", "本人"), ("同意日期", "2026-10-20"));
                await head.ScanAsync("同意书扫描件");
            }
            else
            {
                await head.EnterAsync(
                    ("公共利益的理由", "涉及公共安全。"),
                    ("第三方（已书面告知）", "本人"),
                    ("告知书文号", "昌统告〔2026〕1号"),
                    ("告知日期", "2026-10-20")
                );
                await head.ScanAsync("告知书扫描件");
            }
            await Assertions.Expect(question).ToContainTextAsync("须经主要领导审核签字");
            await head.SignAsync();
            await ReviewAsync("gongkaiban.1", address, [5], "应予公开");
            await ReviewAsync("fenguan.1", address, [5]);
            var director = await bureau.PersonAsync("zhuyao");
            await director.OpenAsync(address);
            await director.SignAsync();
            await PublishAsync(title);
        });

    [Fact]
    public Task ASingleRespondent_IsRefused_AndThePageSaysWhy() =>
        bureau.Browser.WalkAsync(async () =>
        {
            var address = await SentAsync("只有一家企业的行业数据（调查对象试验）");
            var head = await bureau.PersonAsync("gongye.fuze");
            await head.ReviewAsync(address, 5);
            var question = head.Page.Locator("[data-criterion='5']");
            await question.GetByLabel("单个统计调查对象资料", new() { Exact = true }).CheckAsync();
            await question.Locator("input[name='B3-5-situation']").Last.CheckAsync();
            await question.Locator("textarea").Last.FillAsync("附表 2 只有一家企业。");
            await Assertions.Expect(question).ToContainTextAsync("没有例外");
            await Assertions.Expect(question.GetByText("是否按例外办理")).ToHaveCountAsync(0);
            await Assertions.Expect(head.Page.Locator("[data-decision] .actions [data-sign]")).ToBeDisabledAsync();
            await Assertions.Expect(head.Page.Locator(".hold-offer")).ToContainTextAsync("区分处理");
            await head.ReturnAsync(address, "附表 2 能够推断单个调查对象，请汇总后重报。");
        });

    [Fact]
    public Task AMonthWithoutReviews_IsReportedAsNil_AndFrozen() =>
        bureau.Browser.WalkAsync(async () =>
        {
            var month = Disclosure
                .Core.Common.BureauTime.Day(DateTime.UtcNow)
                .AddMonths(-8)
                .ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
            var office = await bureau.PersonAsync("gongkaiban.1");
            await office.Page.GotoAsync($"/ledgers?month={month}");
            await Assertions.Expect(office.Page.Locator("main")).ToContainTextAsync("零报告");
            await Assertions.Expect(office.Page.Locator("main table").First).ToContainTextAsync("卡若");
            await office.Page.Locator("main .actions button[type=submit]", new() { HasText = "确认" }).ClickAsync();
            await Assertions.Expect(office.Page.Locator("main .notice.good").First).ToContainTextAsync("数字已封存");
            using (var pdf = UglyToad.PdfPig.PdfDocument.Open(await BytesAsync(office, $"/ledgers/{month}.pdf")))
            {
                Assert.Contains(
                    "零报告",
                    string.Concat(pdf.GetPages().SelectMany(p => p.GetWords().Select(w => w.Text))),
                    StringComparison.Ordinal
                );
            }
            Assert.Equal("PK"u8.ToArray(), (await BytesAsync(office, $"/ledgers/{month}.xlsx"))[..2]);
        });

    private static async Task<byte[]> BytesAsync(Person person, string path)
    {
        var answer = await person.Page.APIRequest.GetAsync(path);
        Assert.Equal(200, answer.Status);
        return await answer.BodyAsync();
    }

    private async Task<string> SentAsync(string title)
    {
        var editor = await bureau.PersonAsync("gongye.bianji");
        var address = await editor.WriteAsync(title, DemonstrationDocument.Docx(title, "虚构内容。"));
        await editor.SendAsync();
        return address;
    }

    private async Task ReviewAsync(string name, string address, int[] yes, params string[] choices)
    {
        var person = await bureau.PersonAsync(name);
        await person.ReviewAsync(address, yes);
        await person.SignAsync(choices);
    }

    private async Task PublishAsync(string title)
    {
        var platform = await bureau.PersonAsync("pingtai");
        await platform.PublishAsync(title);
        await platform.Page.GotoAsync("/published");
        await Assertions.Expect(platform.Page.Locator("main")).ToContainTextAsync(title);
    }

    // The store with its log, as a forensic reader would open it.
    private async Task<bool> StoreHoldsAsync(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        foreach (var file in Directory.GetFiles(bureau.Folder, "*.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var all = new MemoryStream();
            await stream.CopyToAsync(all);
            if (all.GetBuffer().AsSpan(0, (int)all.Length).IndexOf(bytes) >= 0)
            {
                return true;
            }
        }
        return false;
    }
}
