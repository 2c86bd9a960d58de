using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Submissions;

/// <summary>Keeps a person's templates and answers them to nobody else.</summary>
public sealed class DraftTemplateService(Operations operations, IKeptItems items)
{
    /// <summary>Longest name, characters.</summary>
    public const int LongestName = 40;

    /// <summary>Most templates of one person.</summary>
    public const int Most = 50;

    /// <summary>The person's templates by name.</summary>
    public async Task<IReadOnlyList<TemplateRow>> AllAsync(Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var own = await op.Db.DraftTemplates.Where(t => t.StaffId == by.StaffId).OrderBy(t => t.Name).ToListAsync(ct);
        return [.. own.Select(t => new TemplateRow(t.Id, t.Name, ItemContent.FromJson(t.ContentJson).Title, t.SavedAt))];
    }

    /// <summary>One of them, or null.</summary>
    public async Task<TemplateForm?> FindAsync(int id, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        return await op.Db.DraftTemplates.FirstOrDefaultAsync(t => t.Id == id && t.StaffId == by.StaffId, ct) is { } own
            ? new TemplateForm(own.Name, ItemContent.FromJson(own.ContentJson), own.SubjectId)
            : null;
    }

    /// <summary>Keeps a form under a name.</summary>
    /// <param name="itemId">The item whose form it is, or null while it has no row.</param>
    public Task<Outcome<Done>> SaveAsync(
        string name,
        ItemContent content,
        int? subjectId,
        int? itemId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) =>
        operations.WriteAsync<Done>(
            by,
            now,
            async op =>
            {
                if (op.Grants.UnitsOf(Duty.Editor).Count == 0)
                {
                    return new NotAnEditor();
                }
                // A page that was open while the item was stopped must not put back what was erased with it.
                if (itemId is { } item && !await items.MayKeepAsync(op, item, ct))
                {
                    return new NotFound();
                }
                if (await NameRefusalAsync(op, name, 0, ct) is { } refusal)
                {
                    return refusal;
                }
                if (await op.Db.DraftTemplates.CountAsync(t => t.StaffId == by.StaffId, ct) >= Most)
                {
                    return new TooManyTemplates(Most);
                }
                op.Db.DraftTemplates.Add(
                    new DraftTemplate
                    {
                        StaffId = by.StaffId,
                        Name = Clean(name),
                        ContentJson = ItemCopy.Kept(content).Tidy().ToJson(),
                        SubjectId = subjectId,
                        SubmissionId = itemId,
                        SavedAt = now,
                    }
                );
                return Done.It;
            },
            null,
            ct
        );

    /// <summary>Calls it otherwise.</summary>
    public Task<Outcome<Done>> RenameAsync(int id, string name, Actor by, DateTime now, CancellationToken ct = default) =>
        ChangeAsync(
            id,
            async (op, own) =>
            {
                if (await NameRefusalAsync(op, name, id, ct) is { } refusal)
                {
                    return refusal;
                }
                own.Name = Clean(name);
                return null;
            },
            by,
            now,
            ct
        );

    /// <summary>Deletes it; items begun with it stay.</summary>
    public Task<Outcome<Done>> DeleteAsync(int id, Actor by, DateTime now, CancellationToken ct = default) =>
        ChangeAsync(
            id,
            (op, own) =>
            {
                op.Db.Remove(own);
                return Task.FromResult<Problem?>(null);
            },
            by,
            now,
            ct
        );

    private Task<Outcome<Done>> ChangeAsync(
        int id,
        Func<Operation, DraftTemplate, Task<Problem?>> change,
        Actor by,
        DateTime now,
        CancellationToken ct
    ) =>
        operations.WriteAsync<Done>(
            by,
            now,
            async op =>
                await op.Db.DraftTemplates.FirstOrDefaultAsync(t => t.Id == id && t.StaffId == by.StaffId, ct) is not { } own
                    ? new NotFound()
                : await change(op, own) is { } refusal ? refusal
                : Done.It,
            null,
            ct
        );

    private static string Clean(string name) => OneLine.Of(name).Trim();

    private static async Task<Problem?> NameRefusalAsync(Operation op, string name, int id, CancellationToken ct)
    {
        var clean = Clean(name);
        return clean.Length is 0 or > LongestName ? new TemplateNameWrong(LongestName)
            : await op.Db.DraftTemplates.AnyAsync(t => t.StaffId == op.By.StaffId && t.Name == clean && t.Id != id, ct)
                ? new TemplateNameTaken(clean)
            : null;
    }
}
