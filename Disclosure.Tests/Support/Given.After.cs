using Disclosure.Core.Common;
using Disclosure.Core.Publication;
using Disclosure.Core.Reminders;
using Disclosure.Core.Review;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Support;

/// <content>What happens after approval.</content>
public sealed partial class Given
{
    /// <summary>A published item.</summary>
    public Task<int> PublishedAsync(string route = RouteCodes.City, Action<ItemContent>? change = null) => ItemAsync(route, "none", change);

    /// <summary>Where an item stands now, each with the present moment as the time it comes down.</summary>
    public Task<IReadOnlyList<ChannelEntry>> StandingAsync(int id) =>
        ReadAsync<IReadOnlyList<ChannelEntry>>(async db =>
            [
                .. (await db.Publications.Where(p => p.SubmissionId == id).OrderBy(p => p.Channel).ToListAsync()).Select(
                    p => new ChannelEntry(p.Channel, p.Place, p.DownAt ?? Now)
                ),
            ]
        );

    /// <summary>A complete draft that changes a published item.</summary>
    public async Task<int> AmendAsync(int id, AmendmentKind kind, Action<ItemContent>? change = null)
    {
        Wait(TimeSpan.FromMinutes(1));
        var editor = HolderOf((await SubmissionAsync(id)).RouteCode, "edit");
        var amendment = Must(await Get<AmendmentService>().BeginAsync(id, kind, Guid.NewGuid(), By(editor), Now));
        await CompleteAmendmentAsync(amendment, editor, change);
        return amendment;
    }

    /// <summary>Fills in what a begun amendment still asks for.</summary>
    public async Task CompleteAmendmentAsync(int amendment, string editor, Action<ItemContent>? change = null)
    {
        var item = await SubmissionAsync(amendment);
        var content = item.Draft;
        content.Bylines.ForEach(b => b.Confirmed = true);
        content.Amendment!.Reason = "核对发现一处数字有误。";
        if (content.Amendment.Kind == AmendmentKind.TakeDown)
        {
            content.Amendment.Ground ??= TakeDownGround.Error;
        }
        else
        {
            content.Amendment.Changes = "原为增长5.1%，现为增长5.2%。";
            content.Amendment.Basis = content.Amendment.Kind == AmendmentKind.DataRevision ? "年度最终核实结果" : "";
        }
        change?.Invoke(content);
        await SaveAsync(amendment, content, Answers.ToJson(AllNo), item.SubjectId, editor);
    }

    /// <summary>Sets the hour of an item.</summary>
    public Task<Outcome<Done>> PlanAsync(int id, DateTime? at, string reason = "按发布日程", string who = "platform.1") =>
        Get<PublicationService>().PlanAsync(id, at, reason, Guid.NewGuid(), By(who), Now);

    /// <summary>How many reminders of one kind stand for a person, once everything that is due was raised.</summary>
    /// <param name="about">How their keys begin.</param>
    public async Task<int> RemindedAsync(string about, string who)
    {
        Must(await Get<ReminderService>().RaiseDueAsync(Now));
        var staff = By(who).StaffId;
        return await ReadAsync(db => db.Reminders.CountAsync(r => r.StaffId == staff && r.Key.StartsWith(about)));
    }

    /// <summary>A reminder about an item for every account there is: only those who may read the item may see it.</summary>
    public async Task TellEverybodyAsync(int id) =>
        Must(
            await Get<WriteGate>()
                .WriteAsync<int>(db =>
                {
                    db.Reminders.AddRange(
                        people.Values.Select(p => new Reminder
                        {
                            StaffId = p.Id,
                            Key = "all",
                            Text = "稿件待办",
                            Link = $"/items/{id}",
                            SubmissionId = id,
                            RaisedAt = Now,
                        })
                    );
                    return Task.FromResult<Outcome<int>>(people.Count);
                })
        );
}
