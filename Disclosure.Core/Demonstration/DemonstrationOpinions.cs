using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.PublicOpinion;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Demonstration;

/// <summary>One case of public opinion that was answered in time and closed, and one whose five hours run.</summary>
internal sealed class DemonstrationOpinions(
    IDbContextFactory<DisclosureDb> contexts,
    OpinionService opinions,
    OpinionReplyService replies,
    DemonstrationItems items,
    DateTime now
)
{
    /// <summary>Registers both, and walks their replies by the services that people use.</summary>
    public async Task FillAsync()
    {
        await AnsweredAsync(now.Date.AddDays(-9).AddHours(1.5));
        await RunningAsync(now.AddMinutes(-160));
    }

    private async Task AnsweredAsync(DateTime raised)
    {
        var (office, head) = (await items.PersonAsync("gongkaiban.1"), await items.PersonAsync("hesuan.fuze"));
        var id = await BeginAsync(
            "hesuan",
            new(
                "网传前三季度经济数据“前后矛盾”",
                "两个自媒体账号把累计数与当季数混用，转发约八百次。",
                OpinionLevel.Grave,
                "微信公众号",
                "https://mp.weixin.example.cn/s/demo",
                raised,
                0
            ),
            "published",
            TimeSpan.FromMinutes(20)
        );
        Must(await opinions.NoteAsync(id, "已联系两个账号说明口径，均已更正。", Guid.NewGuid(), head, raised.AddHours(6)));
        Must(
            await opinions.MeetAsync(
                id,
                OpinionClock.PressConference,
                raised.AddHours(7),
                "市政府新闻发布厅，科室负责人答记者问。",
                Guid.NewGuid(),
                head,
                raised.AddHours(8)
            )
        );
        Must(
            await opinions.CloseAsync(
                id,
                OpinionResult.Clarified,
                "数据口径已公开说明，转发账号已更正，未再发酵。",
                Guid.NewGuid(),
                office,
                raised.AddHours(30)
            )
        );
    }

    private async Task RunningAsync(DateTime raised)
    {
        var id = await BeginAsync(
            "maoyi",
            new(
                "网民质疑上月物价涨幅与实际感受不符",
                "本地论坛热帖，跟帖四百余条，有媒体来电询问。",
                OpinionLevel.Grave,
                "新闻媒体",
                "",
                raised,
                0
            ),
            "deputy",
            TimeSpan.FromMinutes(10)
        );
        Must(
            await opinions.NoteAsync(
                id,
                "已向来电媒体说明：回应正在审签，发布后第一时间告知。",
                Guid.NewGuid(),
                await items.PersonAsync("maoyi.fuze"),
                now.AddMinutes(-20)
            )
        );
    }

    private async Task<int> BeginAsync(string unit, OpinionEntry entry, string stop, TimeSpan between)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var section = await db.Units.Where(u => u.Code == unit).Select(u => u.Id).FirstAsync();
        var (raised, editor) = (entry.RaisedAt, $"{unit}.bianji");
        var id = Must(
            await opinions.RegisterAsync(
                entry with
                {
                    SectionId = section,
                },
                Guid.NewGuid(),
                await items.PersonAsync("gongkaiban.1"),
                raised.AddMinutes(10)
            )
        );
        var reply = Must(await replies.BeginAsync(id, Guid.NewGuid(), await items.PersonAsync(editor), raised.AddMinutes(20)));
        await items.WalkReplyAsync(reply, editor, stop, raised.AddMinutes(25), between);
        return id;
    }

    private static T Must<T>(Outcome<T> outcome) =>
        outcome.Ok ? outcome.Value : throw new InvalidOperationException($"The demonstration was refused: {outcome.Problem}");
}
