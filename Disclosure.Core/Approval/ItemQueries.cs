using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Deadlines;
using Disclosure.Core.Review;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Approval;

/// <summary>Reads one item for one reader; null means that there is none or that it is not theirs, and the two look alike.</summary>
public sealed class ItemQueries(Operations operations, ReadingLog readings)
{
    private static readonly MoveKind[] Shown =
        [MoveKind.Send, MoveKind.Approve, MoveKind.Receive, MoveKind.Publish, MoveKind.Return, MoveKind.Decline, MoveKind.Retract, MoveKind.Withdraw, MoveKind.Stop, MoveKind.Hold, MoveKind.Resume];

    /// <summary>The item as its page shows it.</summary>
    public async Task<ItemView?> FindAsync(int id, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        var today = BureauTime.Day(now);
        if (await op.CaseAsync(id, ct) is not { } file)
        {
            return null;
        }
        var item = file.Item;
        await readings.NoteAsync(item, "稿件页", by, now, ct);
        var calendar = await WorkCalendars.ReadAsync(db, ct);
        var clocks = ItemClocks.Of(item, calendar, await StepLimits.ReadAsync(db, ct), today);
        var files = await db.ItemFiles.Where(f => f.SubmissionId == id).OrderBy(f => f.Order).ToListAsync(ct);
        var shownRevision = item.WithEditor ? null : item.RevisionId;
        var over = Authorship.Over(item.Draft, file.DraftFiles.Select(f => (f.Role, f.Sha256)));
        return new ItemView
        {
            Id = id,
            Version = item.Version,
            Number = item.Number,
            State = item.State,
            Route = file.Route,
            Step = file.Step,
            Unit = await db.Units.FirstAsync(u => u.Id == item.UnitId, ct),
            Section = await db.Units.FirstAsync(u => u.Id == item.SectionId, ct),
            SubjectId = item.SubjectId,
            WaitsFor = item.Ended ? "" : file.OpenHold is { } open && item.State == ItemState.Held ? $"办结“{open.Kind.Name()}”" : string.Join("或", file.Step.Duties.Select(d => d.Name())),
            PlannedAt = item.PlannedAt,
            TakenDownAt = item.TakenDownAt,
            Due = clocks.Due,
            DaysLeft = clocks.DaysLeft,
            Clocks = clocks,
            UrgentUntil = item.Ended ? null : item.UrgentUntil,
            Line = Line(file),
            AuthorshipOver = over,
            MayConfirm = item.Editable && item.Draft.Bylines.Exists(b => b.StaffId == by.StaffId && !Authorship.Confirmed(b, over)),
            Content = file.Content,
            Files = [.. files.Where(f => f.RevisionId == shownRevision && (f.Role == FileRole.Body || f.Role == FileRole.Attachment)).Select(Row)],
            Withdrawn = await WithdrawalQueries.OfItemAsync(db, id, files, ct),
            Papers = [.. files.Where(f => f.Role == FileRole.ReviewPaper).Select(Row)],
            Holds = [.. file.Holds.Select(h => View(file, h, grants, calendar, today))],
            Review = file.ReviewFor(by.StaffId),
            Scans = [.. files.Where(f => f.Role == FileRole.SignedPageScan).Select(Row)],
            Revisions = await RevisionsAsync(db, id, ct),
            Signatures = [.. file.Signatures.Select(s => View(file, s))],
            Moves = Moves(file, grants),
            CountyChoice = item.CountyChoice,
            EditorAnswers = file.EditorAnswers,
            MayEdit = item.Editable && grants.Find(Duty.Editor, item.UnitId) is not null,
            DraftVersion = item.DraftVersion,
            DraftSavedAt = item.DraftSavedAt,
            TypedJson = (await db.DecisionDrafts.FirstOrDefaultAsync(d => d.SubmissionId == id && d.StaffId == by.StaffId && d.Step == item.Step && d.Round == item.Round, ct))?.Json ?? "",
            KeepsTyping = await TypingService.KeepsAsync(db, id, item.Step, item.Round, grants, ct),
            Fingerprint = file.Revision?.Fingerprint ?? "",
            CatalogueIndex = item.CatalogueIndex,
            Round = item.Round,
            CreatedAt = item.CreatedAt,
        };
    }

    /// <summary>True when there is such an item and the reader may read it.</summary>
    public async Task<bool> MayReadAsync(int id, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        return await op.MayReadAsync(id, ct);
    }

    /// <summary>Content and files of one revision, for comparison; null when not readable.</summary>
    public async Task<(ItemContent Content, IReadOnlyList<ItemFileRow> Files)?> RevisionAsync(int id, int revisionId, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var db = op.Db;
        var revision = await db.Revisions.AsNoTracking().FirstOrDefaultAsync(r => r.Id == revisionId && r.SubmissionId == id, ct);
        if (revision is null || !await op.MayReadAsync(id, ct))
        {
            return null;
        }
        await readings.NoteAsync(await db.Submissions.AsNoTracking().FirstAsync(s => s.Id == id, ct), $"版本 {revision.Number}", by, now, ct);
        var files = await db.ItemFiles.AsNoTracking().Where(f => f.RevisionId == revisionId).OrderBy(f => f.Order).ToListAsync(ct);
        return (revision.Content, [.. files.Select(Row)]);
    }

    /// <summary>A file the reader may have, with the item it belongs to; null when there is none for this reader.</summary>
    public async Task<(int SubmissionId, ItemFileRow File, bool Published)?> FileAsync(int fileId, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var db = op.Db;
        var file = await db.ItemFiles.AsNoTracking().FirstOrDefaultAsync(f => f.Id == fileId, ct);
        if (file is null || !await op.MayReadAsync(file.SubmissionId, ct))
        {
            return null;
        }
        var item = await db.Submissions.AsNoTracking().FirstAsync(s => s.Id == file.SubmissionId, ct);
        await readings.NoteAsync(item, $"文件：{file.Name}", by, now, ct);
        return (file.SubmissionId, Row(file), item.State == ItemState.Published);
    }

    private static ItemFileRow Row(ItemFile f) => new(f.Id, f.Name, f.Role, f.Size, f.Sha256, f.Note, f.AddedAt);

    private static List<MoveView> Moves(CaseFile file, Grants grants) =>
        [.. Shown.Select(k => new MoveView(k, Judge.May(file, k, grants).Problem)).Where(m => m.Why is null or OwnWork or TwoReviewsByOnePerson or TwoLevelsByOnePerson or TooLateToRetract)];

    private static List<StepView> Line(CaseFile file)
    {
        var director = file.ReviewFor(0).DirectorNeeded;
        return [.. file.Route.Steps.Select(step =>
        {
            var signed = file.Standing.LastOrDefault(s => s.Step == step.Code);
            var progress = step.Code == file.Item.Step && !file.Item.Ended ? StepProgress.Current
                : signed is not null ? StepProgress.Signed
                : step.MajorOnly && !director ? StepProgress.NotNeeded
                : StepProgress.Ahead;
            return new StepView(step.Code, step.Name, step.Short, progress, signed?.StaffName ?? "", signed is null ? "" : Returns.Carried(signed, file));
        })];
    }

    private static HoldView View(CaseFile file, Hold h, Grants grants, WorkCalendar calendar, DateOnly today) => new(
        h.Id, h.SubmissionId, h.Kind, h.Criterion, file.Route.Step(h.Step).Name, h.Reason, h.OpenedByName, h.OpenedAt, h.DueOn,
        h.DueOn is { } due && calendar.Between(today, due) is { Ok: true, Value: var days } ? days : null,
        h.Papers, h.Version, h.RemindedAt, h.ClosedAt, h.ClosedByName, h.Outcome, h.OutcomeText,
        h.Open && HoldService.MayHandle(file, grants), h.Open && Judge.May(file, MoveKind.Resume, grants).Ok, h.OpenedOver, h.Covers)
    {
        DueUnknown = StepDues.UnknownYear(h, calendar),
    };

    private static SignatureView View(CaseFile file, Signature s) => new(
        s.Id, s.Kind, s.Step, file.Route.Step(s.Step).Name, file.Route.Step(s.ToStep).Name, s.Duty, s.StaffName, s.ActingForName, s.Text,
        s.Tier, s.Tier is null ? [] : s.Answers, s.Particulars, s.At, s.Round, s.Standing, s.Fingerprint)
    {
        StaffId = s.StaffId,
        Carried = Returns.Carried(s, file),
    };

    private static async Task<List<RevisionRow>> RevisionsAsync(DisclosureDb db, int id, CancellationToken ct)
    {
        var staff = db.Staff;
        return await db.Revisions.Where(r => r.SubmissionId == id).OrderByDescending(r => r.Number)
            .Select(r => new RevisionRow(r.Id, r.Number, staff.First(s => s.Id == r.SentBy).Name, r.SentAt, r.Fingerprint))
            .ToListAsync(ct);
    }
}
