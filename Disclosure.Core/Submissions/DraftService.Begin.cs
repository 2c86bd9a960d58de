using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Submissions;

/// <summary>An item that has just come to be, with its first words.</summary>
/// <param name="Id">Its key.</param>
public sealed record BegunDraft(int Id, SavedDraft Saved);

/// <summary>How an item begins: with the first word of its form, or with what another module gives it.</summary>
public sealed partial class DraftService
{
    /// <summary>Begins an item for a unit of the editor; answers its key. The editor's name and telephone are filled in.</summary>
    public Task<Outcome<int>> BeginAsync(int unitId, Guid commandId, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.WriteAsync<int>(
            by,
            now,
            async op =>
            {
                var begun = await BeginAsync(op, newest, unitId, "", ct);
                return begun.Ok ? begun.Value.Id : begun.Problem!;
            },
            commandId,
            ct
        );

    /// <summary>
    /// Begins an item with what stands on its form: before that there is no row of it. Asked again with the same command, it answers the
    /// same item.
    /// </summary>
    /// <param name="subjectId">Subject of a county item, or null.</param>
    public Task<Outcome<BegunDraft>> BeginWithAsync(
        int unitId,
        ItemContent content,
        string answersJson,
        int? subjectId,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) =>
        operations.WriteAsync<BegunDraft>(
            by,
            now,
            async op =>
            {
                var begun = await BeginAsync(op, newest, unitId, "", ct);
                if (!begun.Ok)
                {
                    return begun.Problem!;
                }
                var (item, kept) = (begun.Value, content.Copy().Tidy());
                kept.Amendment = null;
                await Authors.KeepAsync(op.Db, item, kept, ct);
                return await KeepAsync(op, item, kept, answersJson, subjectId, ct) is { } refusal
                    ? refusal
                    : new BegunDraft(item.Id, new SavedDraft(item.DraftVersion, now));
            },
            commandId,
            ct
        );

    /// <summary>The same inside the caller's transaction, with the title filled in.</summary>
    internal static async Task<Outcome<Submission>> BeginAsync(
        Operation op,
        NewestRoute newest,
        int unitId,
        string title,
        CancellationToken ct
    )
    {
        var blank = await BlankAsync(op, newest, unitId, title, ct);
        if (!blank.Ok)
        {
            return blank;
        }
        op.Db.Submissions.Add(blank.Value);
        await op.Db.SaveChangesAsync(ct);
        await AuditTrail.AppendAsync(
            op.Db,
            new AuditFact(op.By, "item.begin", "新建稿件", op.Now) { SubmissionId = blank.Value.Id, Duty = Duty.Editor.Name() }
        );
        return blank;
    }

    /// <summary>An item of the unit as it would begin, in no store yet.</summary>
    internal static async Task<Outcome<Submission>> BlankAsync(
        Operation op,
        NewestRoute newest,
        int unitId,
        string title,
        CancellationToken ct
    )
    {
        var (db, grants) = op;
        var unit = await db.Units.FirstOrDefaultAsync(u => u.Id == unitId && u.Active, ct);
        if (unit is null || grants.Find(Duty.Editor, unitId) is null)
        {
            return new NotAnEditor();
        }
        var editor = await db.Staff.AsNoTracking().FirstAsync(s => s.Id == op.By.StaffId, ct);
        var item = new Submission
        {
            RouteCode = newest.For(unit.Kind),
            UnitId = unitId,
            SectionId = unitId,
            OwnerId = op.By.StaffId,
            CreatedAt = op.Now,
        };
        item.SaveDraft(
            new ItemContent
            {
                Title = title,
                Phone = editor.Phone,
                Bylines = [new Byline { Name = editor.Name, StaffId = editor.Id }],
            },
            "[]",
            op.Now
        );
        return item;
    }
}
