using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Deadlines;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Approval;

/// <summary>What heads an item: as much of it as a list shows.</summary>
/// <param name="MayEdit">True while the content may be changed and this reader may change it.</param>
/// <param name="DraftVersion">Version of the draft, for saving.</param>
public sealed record ItemHeading(string? Number, string Title, bool MayEdit, int DraftVersion);

/// <summary>An item and the list of its versions, newest first, without their content.</summary>
public sealed record ItemVersions(ItemHeading Heading, IReadOnlyList<RevisionRow> Revisions);

/// <summary>Reads one item for one reader; null means that there is none or that it is not theirs, and the two look alike.</summary>
public sealed class ItemQueries(Operations operations, ReadingLog readings, NewestRoute newest)
{
    private static readonly MoveKind[] Shown =
    [
        MoveKind.Send,
        MoveKind.Approve,
        MoveKind.Receive,
        MoveKind.Publish,
        MoveKind.Return,
        MoveKind.Decline,
        MoveKind.Retract,
        MoveKind.Withdraw,
        MoveKind.Stop,
        MoveKind.Hold,
        MoveKind.Resume,
    ];

    /// <summary>The item as its page shows it.</summary>
    public async Task<ItemView?> FindAsync(int id, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        if (await op.CaseAsync(id, ct) is not { } file)
        {
            return null;
        }
        await readings.NoteAsync(file.Item, "稿件页", by, now, ct);
        return await ViewAsync(op, file, ct);
    }

    /// <summary>
    /// An item of the unit as its form shows it before the first word, when no store knows of it: its key is 0. Null for a unit the person
    /// does not edit for.
    /// </summary>
    public async Task<ItemView?> BlankAsync(int unitId, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        return await DraftService.BlankAsync(op, newest, unitId, "", ct) is { Ok: true, Value: { } item }
            ? await ViewAsync(op, new CaseFile(item, null, [], [], [], [], false), ct)
            : null;
    }

    private static async Task<ItemView> ViewAsync(Operation op, CaseFile file, CancellationToken ct)
    {
        var (db, grants) = op;
        var (item, by, today) = (file.Item, op.By, op.Today);
        var id = item.Id;
        var calendar = await WorkCalendars.ReadAsync(db, ct);
        var clocks = ItemClocks.Of(item, calendar, await StepLimits.ReadAsync(db, ct), today);
        var files = await db.ItemFiles.Where(f => f.SubmissionId == id).OrderBy(f => f.Order).ToListAsync(ct);
        var opened = await TextReadings.OfAsync(db, id, ct);
        var over = Authorship.Over(item.Draft, file.DraftFiles.Select(f => (f.Role, f.Sha256)));
        return new ItemView
        {
            Record = await op.RecordAsync(file, files, ct),
            SubjectId = item.SubjectId,
            WaitsFor =
                item.Ended ? ""
                : file.OpenHold is { } open && item.State == ItemState.Held ? $"办结“{open.Kind.Name()}”"
                : string.Join("或", file.Step.Duties.Select(d => d.Name())),
            Holders =
                item.State == ItemState.UnderWay
                    ? (await StepHolders.ReadAsync(db, today, ct)).PeopleAt(file.Step, item.UnitId, item.SectionId)
                    : [],
            ReadBy = item.RevisionId is { } revision ? opened.By(revision) : [],
            Readings = file.Signatures.ToDictionary(s => s.Id, s => TextReadings.Said(s.Kind, opened.Before(s))),
            PlannedAt = item.PlannedAt,
            TakenDownAt = item.TakenDownAt,
            Due = clocks.Due,
            DaysLeft = clocks.DaysLeft,
            Clocks = clocks,
            UrgentUntil = item.Ended ? null : item.UrgentUntil,
            Line = Line(file),
            AuthorshipOver = over,
            MayConfirm = item.Editable && item.Draft.Bylines.Exists(b => b.StaffId == by.StaffId && !Authorship.Confirmed(b, over)),
            Withdrawn = await WithdrawalQueries.OfItemAsync(db, id, files, ct),
            Papers = [.. files.Where(f => f.Role == FileRole.ReviewPaper).Select(ItemFileRow.Of)],
            Holds = [.. file.Holds.Select(h => HoldView.Of(file, h, grants, calendar, today))],
            Scans = [.. files.Where(f => f.Role == FileRole.SignedPageScan).Select(ItemFileRow.Of)],
            Revisions = await RevisionRow.OfItemAsync(db, id, ct),
            Moves = Moves(file, grants),
            CountyChoice = item.CountyChoice,
            MayEdit = grants.MayEdit(item.State, item.UnitId),
            DraftVersion = item.DraftVersion,
            DraftSavedAt = item.DraftSavedAt,
            TypedJson =
                (
                    await db.DecisionDrafts.FirstOrDefaultAsync(
                        d => d.SubmissionId == id && d.StaffId == by.StaffId && d.Step == item.Step && d.Round == item.Round,
                        ct
                    )
                )?.Json
                ?? "",
            KeepsTyping = await TypingService.KeepsAsync(db, id, item.Step, item.Round, grants, ct),
            CreatedAt = item.CreatedAt,
        };
    }

    /// <summary>True when there is such an item and the reader may read it.</summary>
    public async Task<bool> MayReadAsync(int id, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        return await op.MayReadAsync(id, ct);
    }

    /// <summary>What heads the item; like a list, no reading of it. Null when not readable.</summary>
    public async Task<ItemHeading?> HeadingAsync(int id, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        return await HeadingAsync(op, id, ct);
    }

    /// <summary>
    /// The versions of the item to choose from; null when not readable. What one of them says is read by <see cref="RevisionAsync"/>.
    /// </summary>
    public async Task<ItemVersions?> VersionsAsync(int id, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        return await HeadingAsync(op, id, ct) is { } heading
            ? new ItemVersions(heading, await RevisionRow.OfItemAsync(op.Db, id, ct))
            : null;
    }

    /// <summary>Content and files of one revision, for comparison; null when not readable.</summary>
    public async Task<(ItemContent Content, IReadOnlyList<ItemFileRow> Files)?> RevisionAsync(
        int id,
        int revisionId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var db = op.Db;
        var revision = await db.Revisions.AsNoTracking().FirstOrDefaultAsync(r => r.Id == revisionId && r.SubmissionId == id, ct);
        if (revision is null || !await op.MayReadAsync(id, ct))
        {
            return null;
        }
        await readings.NoteAsync(
            await db.Submissions.AsNoTracking().FirstAsync(s => s.Id == id, ct),
            $"版本 {revision.Number}",
            by,
            now,
            ct
        );
        var files = await db.ItemFiles.AsNoTracking().Where(f => f.RevisionId == revisionId).OrderBy(f => f.Order).ToListAsync(ct);
        return (revision.Content, [.. files.Select(ItemFileRow.Of)]);
    }

    /// <summary>A file the reader may have, with the item it belongs to; null when there is none for this reader.</summary>
    public async Task<(int SubmissionId, ItemFileRow File, bool Published)?> FileAsync(
        int fileId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
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
        return (file.SubmissionId, ItemFileRow.Of(file), item.State == ItemState.Published);
    }

    private static async Task<ItemHeading?> HeadingAsync(Operation op, int id, CancellationToken ct) =>
        await op
            .Items.Where(s => s.Id == id)
            .Select(s => new
            {
                s.Number,
                s.Title,
                s.State,
                s.UnitId,
                s.DraftVersion,
            })
            .FirstOrDefaultAsync(ct)
            is { } s
            ? new ItemHeading(s.Number, s.Title, op.Grants.MayEdit(s.State, s.UnitId), s.DraftVersion)
            : null;

    private static List<MoveView> Moves(CaseFile file, Grants grants) =>
        [
            .. Shown
                .Select(k => new MoveView(k, Judge.May(file, k, grants).Problem))
                .Where(m => m.Why is null or OwnWork or TwoReviewsByOnePerson or TwoLevelsByOnePerson or TooLateToRetract),
        ];

    private static List<StepView> Line(CaseFile file)
    {
        var director = file.ReviewFor(0).DirectorNeeded;
        return
        [
            .. file.Route.Steps.Select(step =>
            {
                var signed = file.Standing.LastOrDefault(s => s.Step == step.Code);
                var progress =
                    step.Code == file.Item.Step && !file.Item.Ended ? StepProgress.Current
                    : signed is not null ? StepProgress.Signed
                    : step.MajorOnly && !director ? StepProgress.NotNeeded
                    : StepProgress.Ahead;
                return new StepView(
                    step.Code,
                    step.Name,
                    step.Short,
                    progress,
                    signed?.StaffName ?? "",
                    signed is null ? "" : Returns.Carried(signed, file)
                );
            }),
        ];
    }
}
