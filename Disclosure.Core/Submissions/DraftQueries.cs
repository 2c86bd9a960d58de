using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Submissions;

/// <summary>A unit the editor may submit for.</summary>
public sealed record SubmittingUnit(int Id, string Name, UnitKind Kind);

/// <summary>A subject a county may choose, with the section that will review (D11).</summary>
public sealed record SubjectChoice(int Id, string Name, string Section);

/// <summary>A colleague with an account who may stand in the byline and confirm personally.</summary>
public sealed record Colleague(int Id, string Name);

/// <summary>A file that is still on its way in.</summary>
/// <param name="Size">Bytes to come in all.</param>
/// <param name="Received">Bytes kept so far.</param>
/// <param name="Mine">True when this reader began it; only that person may go on with it or give it up.</param>
public sealed record UnfinishedUpload(Guid Id, string Name, long Size, long Received, bool Mine);

/// <summary>Files of a draft, and those still on their way in.</summary>
public sealed record DraftFiles(IReadOnlyList<ItemFileRow> Files, IReadOnlyList<UnfinishedUpload> Unfinished);

/// <summary>Reads what the submission form offers to choose from.</summary>
public sealed class DraftQueries(Operations operations, IDbContextFactory<DisclosureDb> contexts)
{
    /// <summary>Units this person edits for today; empty for everybody else.</summary>
    public async Task<IReadOnlyList<SubmittingUnit>> UnitsAsync(Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        var own = grants.UnitsOf(Duty.Editor);
        return await db
            .Units.Where(u => u.Active && own.Contains(u.Id))
            .OrderBy(u => u.Order)
            .ThenBy(u => u.Id)
            .Select(u => new SubmittingUnit(u.Id, u.Name, u.Kind))
            .ToListAsync(ct);
    }

    /// <summary>Subjects on offer, in their order.</summary>
    public async Task<IReadOnlyList<SubjectChoice>> SubjectsAsync(CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db
            .Subjects.Where(s => s.Active)
            .OrderBy(s => s.Order)
            .ThenBy(s => s.Id)
            .Join(db.Units, s => s.SectionId, u => u.Id, (s, u) => new SubjectChoice(s.Id, s.Name, u.Name))
            .ToListAsync(ct);
    }

    /// <summary>Editors of the unit with an open account, for the byline; empty unless the reader edits for it too.</summary>
    public async Task<IReadOnlyList<Colleague>> ColleaguesAsync(int unitId, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        var today = BureauTime.Day(now);
        if (grants.Find(Duty.Editor, unitId) is null)
        {
            return [];
        }
        var editors = db
            .DutyAssignments.Where(a =>
                a.Duty == Duty.Editor && a.UnitId == unitId && a.From <= today && (a.Until == null || a.Until >= today)
            )
            .Select(a => a.StaffId);
        return await db
            .Staff.Where(s => s.Active && editors.Contains(s.Id))
            .OrderBy(s => s.Name)
            .Select(s => new Colleague(s.Id, s.Name))
            .ToListAsync(ct);
    }

    /// <summary>Open accounts that bear a name typed in the byline; empty unless the reader edits for the unit.</summary>
    public async Task<IReadOnlyList<AuthorAccount>> NamesakesAsync(
        ItemContent content,
        int unitId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        return grants.Find(Duty.Editor, unitId) is null ? [] : await Authors.NamesakesAsync(db, content, ct);
    }

    /// <summary>
    /// Body, attachments and unfinished uploads of a draft, and nothing else of the item; null unless the reader edits for its unit and the
    /// item is with the editor.
    /// </summary>
    public async Task<DraftFiles?> FilesAsync(int id, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        var item = await db
            .Submissions.Where(s => s.Id == id)
            .Select(s => new
            {
                s.UnitId,
                s.State,
                s.Step,
            })
            .FirstOrDefaultAsync(ct);
        if (item is null || !Submission.IsWithEditor(item.State, item.Step) || grants.Find(Duty.Editor, item.UnitId) is null)
        {
            return null;
        }
        var files = await db
            .ItemFiles.Where(f =>
                f.SubmissionId == id && f.RevisionId == null && (f.Role == FileRole.Body || f.Role == FileRole.Attachment)
            )
            .OrderBy(f => f.Order)
            .Select(f => new ItemFileRow(f.Id, f.Name, f.Role, f.Size, f.Sha256, f.Note, f.AddedAt))
            .ToListAsync(ct);
        var purpose = DraftService.UploadPurpose(id);
        var unfinished = await db
            .Uploads.Where(u => u.Purpose == purpose && u.Sha256 == null)
            .OrderBy(u => u.StartedAt)
            .Select(u => new UnfinishedUpload(u.Id, u.Name, u.Size, u.Received, u.OwnerStaffId == by.StaffId))
            .ToListAsync(ct);
        return new DraftFiles(files, unfinished);
    }
}
