using Disclosure.Core.Common;
using Disclosure.Core.PublicOpinion;
using Disclosure.Core.Reminders;
using Disclosure.Core.Review;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.PublicOpinion;

/// <summary>Cases of public opinion, and what people are told of them.</summary>
internal static class GivenOpinion
{
    /// <summary>A case that arose just now, answered for by 工业能源科; answers its key.</summary>
    public static async Task<int> OpinionAsync(
        this Given given,
        OpinionLevel level = OpinionLevel.Grave,
        string who = "office.1",
        string unit = "gongye"
    ) => Given.Must(await given.RegisterAsync(who, await given.EntryAsync(level, unit)));

    /// <summary>What is typed for it.</summary>
    public static async Task<OpinionEntry> EntryAsync(this Given given, OpinionLevel level = OpinionLevel.Grave, string unit = "gongye") =>
        new(
            "网传工业用电数据异常",
            "多个账号转发，称用电数据与发布不符。",
            level,
            "微博",
            "https://weibo.example.cn/1",
            given.Now,
            await given.UnitIdAsync(unit)
        );

    /// <summary>Registers it, with the refusal.</summary>
    public static Task<Outcome<int>> RegisterAsync(this Given given, string who, OpinionEntry entry) =>
        given.Get<OpinionService>().RegisterAsync(entry, Guid.NewGuid(), given.By(who), given.Now);

    /// <summary>The case as somebody sees it; null when it is not theirs.</summary>
    public static Task<OpinionView?> SeenAsync(this Given given, int id, string who = "office.1") =>
        given.Get<OpinionQueries>().FindAsync(id, given.By(who), given.Now);

    /// <summary>Begins the reply and fills in what the form asks; answers the item.</summary>
    public static async Task<int> ReplyAsync(this Given given, int opinion, string who = "gongye.editor")
    {
        var id = Given.Must(await given.Get<OpinionReplyService>().BeginAsync(opinion, Guid.NewGuid(), given.By(who), given.Now));
        var item = await given.SubmissionAsync(id);
        var (content, title) = (item.Draft, item.Title);
        Given.Complete(content);
        content.Title = title;
        await given.SaveAsync(id, content, Answers.ToJson(Given.AllNo), null, who);
        await given.UploadAsync(id, "回应.txt", $"回应 {Guid.NewGuid()}", who);
        return id;
    }

    /// <summary>What is told now, by sign-in name, of those named.</summary>
    public static async Task<IReadOnlyList<string>> ToldAsync(this Given given, params string[] people)
    {
        Given.Must(await given.Get<ReminderService>().RaiseDueAsync(given.Now));
        var now = given.Now;
        var told = await given.ReadAsync(db =>
            db.Reminders.Where(r => r.RaisedAt == now && r.Key.StartsWith("opinion")).Select(r => r.StaffId).ToListAsync()
        );
        return [.. people.Where(p => told.Contains(given.By(p).StaffId))];
    }
}
