using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Obligations;
using Disclosure.Core.Participation;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Demonstration;

/// <summary>Yearly duties, planned releases and consultations of the demonstration, entered by the same services that people use.</summary>
public sealed class DemonstrationPlans(
    IDbContextFactory<DisclosureDb> contexts,
    ObligationService duties,
    ReleaseService releases,
    ConsultationService consultations
)
{
    private static readonly (string By, string Unit, string Title, ItemKind Kind, int InDays, bool Confirmed)[] Releases =
    [
        ("gongye.fuze", "gongye", "规模以上工业运行情况（1—11月）", ItemKind.Information, 2, true),
        ("hesuan.fuze", "hesuan", "地区生产总值年度初步核算结果", ItemKind.Information, 40, false),
        ("maoyi.fuze", "maoyi", "社会消费品零售总额（1—11月）", ItemKind.Information, 9, true),
        ("touzi.fuze", "touzi", "固定资产投资完成情况（1—11月）", ItemKind.Information, 12, true),
    ];

    /// <summary>Enters them as of a moment.</summary>
    /// <param name="now">UTC.</param>
    public async Task FillAsync(DateTime now)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var people = await db.Staff.AsNoTracking().ToDictionaryAsync(s => s.SignInName);
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Code, u => u.Id);
        Actor By(string signIn) => new(people[signIn].Id, people[signIn].Name, "演示");
        var (today, office) = (BureauTime.Day(now), By("gongkaiban.1"));

        Must(await duties.AssignAsync("communique", Duty.SectionHead, units["zonghe"], Guid.NewGuid(), office, now));
        Must(await duties.AssignAsync("yearbook", Duty.SectionHead, units["shuju"], Guid.NewGuid(), office, now));
        Must(
            await duties.EnterAsync(
                "catalogue",
                today.Year,
                new DutyDraft(
                    today > new DateOnly(today.Year, 1, 20) ? new DateOnly(today.Year, 1, 20) : today,
                    "https://tjj.example.gov.cn/ml/"
                )
                {
                    Remark = "演示数据",
                },
                Guid.NewGuid(),
                office,
                now
            )
        );
        foreach (var plan in Releases)
        {
            var id = Must(
                await releases.PlanAsync(
                    new ReleaseDraft(plan.Title, plan.Kind, units[plan.Unit], today.AddDays(plan.InDays)),
                    Guid.NewGuid(),
                    By(plan.By),
                    now
                )
            );
            if (plan.Confirmed)
            {
                Must(await releases.ActAsync(id, new ReleaseCommand(ReleaseAct.Confirm, 1), Guid.NewGuid(), By(plan.By), now));
            }
        }
        var moved = (await db.PlannedReleases.AsNoTracking().OrderBy(r => r.Id).LastAsync()).Id;
        Must(
            await releases.ActAsync(
                moved,
                new ReleaseCommand(ReleaseAct.Move, 2, today.AddDays(15), "审核数据需要，顺延三天"),
                Guid.NewGuid(),
                By("touzi.fuze"),
                now
            )
        );
        await ConsultAsync(units["nongmu"], By("nongmu.fuze"), today, now);
    }

    private async Task ConsultAsync(int unit, Actor by, DateOnly today, DateTime now)
    {
        Must(
            await consultations.BeginAsync(
                new ConsultationDraft(
                    "公开征求对农牧业统计调查方案的意见",
                    "对调查内容、频率和填报负担有何建议，请提出意见。",
                    today.AddDays(3),
                    today.AddDays(33),
                    unit,
                    Channel.Website
                ),
                Guid.NewGuid(),
                by,
                now
            )
        );
        var id = Must(
            await consultations.BeginAsync(
                new ConsultationDraft(
                    "公开征求对统计服务事项的意见",
                    "请对统计数据查询、咨询等服务提出意见和建议。",
                    today.AddDays(-20),
                    today.AddDays(-2),
                    unit,
                    Channel.Website
                ),
                Guid.NewGuid(),
                by,
                now
            )
        );
        Must(
            await consultations.ReceiveAsync(
                id,
                new FeedbackDraft(today.AddDays(-10), Voice.Citizen, "希望网站上的历史数据可以按年份下载。"),
                Guid.NewGuid(),
                by,
                now
            )
        );
        Must(
            await consultations.ReceiveAsync(
                id,
                new FeedbackDraft(today.AddDays(-5), Voice.Enterprise, "建议合并月度和季度重复的报表指标。"),
                Guid.NewGuid(),
                by,
                now
            )
        );
        await using var db = await contexts.CreateDbContextAsync();
        var first = await db.ConsultationFeedback.Where(f => f.ConsultationId == id).OrderBy(f => f.Id).Select(f => f.Id).FirstAsync();
        Must(await consultations.DecideAsync(id, first, FeedbackDecision.Adopted, "已列入网站改版内容。", Guid.NewGuid(), by, now));
    }

    private static T Must<T>(Outcome<T> outcome) =>
        outcome.Ok ? outcome.Value : throw new InvalidOperationException($"The demonstration was refused: {outcome.Problem}");
}
