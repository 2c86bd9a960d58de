using Bunit;
using Disclosure.Core.Approval;
using Disclosure.Core.Evidence;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Submissions;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Tests.Web.Holds;

public sealed class EditPageHoldTests
{
    [Fact]
    public async Task AProcessedVersionOwed_StandsOnTop_AndWhatIsMissingIsListed()
    {
        await using var given = await Given.BureauAsync();
        var id = await RedactedAsync(given);
        await given.Get<ExaminationService>().EnsureAsync(id);
        await using var screen = ScreenOf(given);
        var form = screen.Render<EditPage>(p => p.Add(x => x.Id, id));

        Assert.Contains("单个统计调查对象资料", form.Find(".processing").TextContent, StringComparison.Ordinal);
        await form.FindAll("button").First(b => b.TextContent.Trim() == "检查并送审").ClickAsync(new());
        var missing = form.FindAll("#missing a").Select(a => a.TextContent).ToList();
        Assert.Contains(new HoldIncomplete(HoldKind.Redaction, ["处理办法", "处理人", "核对人"]).Text, missing);
        Assert.Contains(new StillUnprocessed().Text, missing);
    }

    [Fact]
    public async Task OnceProcessedAndCheckedByTwo_ItIsSent_AndTheHoldHasEnded()
    {
        await using var given = await Given.BureauAsync();
        var id = await RedactedAsync(given);
        var old = (await given.CaseAsync(id)).DraftFiles.Single();
        Given.Must(await given.Get<DraftService>().RemoveFileAsync(id, old.Id, given.By("gongye.editor"), given.Now));
        await given.UploadAsync(id, "处理后的正文.txt", "只有汇总数", "gongye.editor");
        var item = await given.SubmissionAsync(id);
        Given.Must(
            await given
                .Get<DraftService>()
                .SaveAsync(
                    id,
                    item.Draft,
                    Answers.ToJson(Given.AllNo),
                    item.SubjectId,
                    item.DraftVersion,
                    given.By("gongye.editor"),
                    given.Now
                )
        );
        await given.Get<ExaminationService>().EnsureAsync(id);
        await given.ConfirmAgainAsync(id, "gongye.editor");
        await using var screen = ScreenOf(given);
        var form = screen.Render<EditPage>(p => p.Add(x => x.Id, id));

        Assert.Contains("文件已更换", form.Markup, StringComparison.Ordinal);
        form.Find("[data-paper=method]").Change("删除附表 2");
        form.Find("[data-paper=processed-by]").Change("编辑人员");
        form.Find("[data-paper=checked-by]").Change("编辑人员");
        await form.FindAll("button").First(b => b.TextContent.Trim() == "检查并送审").ClickAsync(new());
        Assert.Contains(
            new HoldIncomplete(HoldKind.Redaction, ["处理人与核对人须为两人"]).Text,
            form.Find("#missing").TextContent,
            StringComparison.Ordinal
        );
        form.Find("[data-paper=checked-by]").Change("科室负责人");
        await form.FindAll("button").First(b => b.TextContent.Trim() == "检查并送审").ClickAsync(new());
        await form.Find("dialog button.act").ActAsync();

        form.WaitForAssertion(() => Assert.Equal("section", given.SubmissionAsync(id).GetAwaiter().GetResult().Step));
        var hold = (await given.HoldsAsync(id)).Single();
        Assert.Equal((HoldOutcome.Cleared, "科室负责人"), (hold.Outcome!.Value, hold.Papers.CheckedBy));
    }

    [Theory]
    [InlineData(HoldKind.Declassification, ItemState.Held)]
    [InlineData(HoldKind.Postponement, ItemState.Held)]
    [InlineData(HoldKind.Redaction, ItemState.Draft)]
    public async Task TheEditor_OpensAHoldAtTheOwnStep(HoldKind kind, ItemState state)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City);
        var item = await given.SubmissionAsync(id);
        var (_, answers) = HoldScreen.LeadingTo(kind);
        Given.Must(
            await given
                .Get<DraftService>()
                .SaveAsync(id, item.Draft, Answers.ToJson(answers), item.SubjectId, item.DraftVersion, given.By("gongye.editor"), given.Now)
        );
        await given.Get<ExaminationService>().EnsureAsync(id);
        await using var screen = ScreenOf(given);
        var form = screen.Render<EditPage>(p => p.Add(x => x.Id, id));

        form.FindAll("button").Single(b => b.TextContent.Trim() == $"暂停：{kind.Name()}…").Click();
        form.HoldsEveryField();
        if (kind == HoldKind.Postponement)
        {
            await form.FindAll("button").Single(b => b.TextContent.Trim() == "确认暂停").ActAsync();
            form.WaitForAssertion(() =>
                Assert.Contains(new HoldIncomplete(kind, ["暂缓期间的措施"]).Text, form.Markup, StringComparison.Ordinal)
            );
            form.FindAll("[data-reason] textarea")[1].Change("等待批复");
        }
        await form.FindAll("button").Single(b => b.TextContent.Trim() == "确认暂停").ActAsync();

        form.WaitForAssertion(() => Assert.Equal(state, given.SubmissionAsync(id).GetAwaiter().GetResult().State));
        Assert.Equal(kind, (await given.OpenHoldAsync(id)).Kind);
        if (kind == HoldKind.Redaction)
        {
            form.WaitForAssertion(() => Assert.NotNull(form.Find(".processing")));
        }
    }

    private static async Task<int> RedactedAsync(Given given)
    {
        var id = await given.ItemAsync(RouteCodes.City, "section");
        var (criterion, answers) = HoldScreen.LeadingTo(HoldKind.Redaction);
        Given.Must(
            await given.HoldAsync(
                id,
                "gongye.head",
                HoldKind.Redaction,
                criterion,
                answers,
                new() { Matters = [RedactedMatter.Respondent] }
            )
        );
        return id;
    }

    private static Screen ScreenOf(Given given)
    {
        var screen = new Screen(given, "gongye.editor");
        screen.JSInterop.SetupModule("./js/draft.js").Mode = JSRuntimeMode.Loose;
        screen.JSInterop.SetupModule("./js/upload.js").Mode = JSRuntimeMode.Loose;
        screen.WithForm(given);
        return screen;
    }
}
