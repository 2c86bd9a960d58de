using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Review;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Approval;

/// <summary>Freezes a draft into a revision and gives the item its number.</summary>
internal static class Sending
{
    /// <summary>
    /// Adds the revision with its files, puts it under review, numbers the item once, and notes who stands behind the content.
    /// </summary>
    public static async Task FreezeAsync(DisclosureDb db, CaseFile file, Command c, Actor by, DateTime now, CancellationToken ct)
    {
        var item = file.Item;
        var contentJson = item.ToSend.ToJson();
        var answersJson = Answers.ToJson(c.Answers);
        var number = await db.Revisions.CountAsync(r => r.SubmissionId == item.Id, ct) + 1;
        var revision = new Revision
        {
            SubmissionId = item.Id,
            Number = number,
            ContentJson = contentJson,
            AnswersJson = answersJson,
            Fingerprint = Fingerprint.Of(contentJson, file.DraftFiles, answersJson),
            SentBy = by.StaffId,
            SentAt = now,
        };
        db.Revisions.Add(revision);
        await db.SaveChangesAsync(ct);
        db.ItemFiles.AddRange(file.DraftFiles.Select(f => f.In(revision.Id)));
        item.Review(revision);
        item.NumberOnce(item.Number ?? await NumberAsync(db, item, now, ct), now);
        await DraftService.ContributeAsync(db, item, by.StaffId, now, ct);
        foreach (var author in item.Draft.Bylines.Where(b => b.StaffId is not null).Select(b => b.StaffId!.Value).Distinct())
        {
            await DraftService.ContributeAsync(db, item, author, now, ct);
        }
    }

    // 昌统发审〔2026〕12号 for the city, 昌统县审〔2026〕卡若3号 for a county; no zero padding.
    private static async Task<string> NumberAsync(DisclosureDb db, Submission item, DateTime now, CancellationToken ct)
    {
        var year = BureauTime.Day(now).Year;
        var profile = await BureauProfile.ReadAsync(db, ct);
        if (!RouteCodes.IsCounty(item.RouteCode))
        {
            return $"{profile.CitySeries}〔{year}〕{await NumberCounter.NextAsync(db, profile.CitySeries, year)}号";
        }
        var county = await db.Units.Where(u => u.Id == item.UnitId).Select(u => u.ShortName).FirstAsync(ct);
        return $"{profile.CountySeries}〔{year}〕{county}{await NumberCounter.NextAsync(db, $"{profile.CountySeries}/{county}", year)}号";
    }
}
