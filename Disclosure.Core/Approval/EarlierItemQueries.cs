using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Approval;

/// <summary>An item that was sent once, to begin another one with.</summary>
public sealed record EarlierItem(int Id, string Number, string Title, string Unit);

/// <summary>What an earlier item begins another one with.</summary>
public sealed record EarlierForm(ItemContent Content, int? SubjectId);

/// <summary>What a new item may begin with.</summary>
public sealed class EarlierItemQueries(Operations operations, ReadingLog readings)
{
    /// <summary>Most items offered at once.</summary>
    public const int MostEarlier = 12;

    // Nothing whose secrecy is in question, and nothing that was refused or taken from the public again, is a model for the next one.
    private static readonly ItemState[] Models = [ItemState.UnderWay, ItemState.Returned, ItemState.Published];

    /// <summary>Items of the units the person edits for that were sent once and may serve as a model, newest first.</summary>
    /// <param name="text">Part of title or number; empty for the newest.</param>
    public async Task<IReadOnlyList<EarlierItem>> FindAsync(string text, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (wanted, units) = (text.Trim(), op.Db.Units);
        return await ModelsOf(op)
            .Where(s => wanted.Length == 0 || s.Title.Contains(wanted) || s.Number!.Contains(wanted))
            .OrderByDescending(s => s.FirstSentAt)
            .Take(MostEarlier)
            .Select(s => new EarlierItem(s.Id, s.Number!, s.Title, units.First(u => u.Id == s.UnitId).ShortName))
            .ToListAsync(ct);
    }

    /// <summary>The form of one of them, read and noted like the item's page; null for any other item.</summary>
    public async Task<EarlierForm?> FormAsync(int id, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        if (await ModelsOf(op).AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, ct) is not { } item)
        {
            return null;
        }
        await readings.NoteAsync(item, "新建稿件时取用", by, now, ct);
        return new EarlierForm(item.Draft, item.SubjectId);
    }

    private static IQueryable<Submission> ModelsOf(Operation op)
    {
        var own = op.Grants.UnitsOf(Duty.Editor);
        return op.Items.Where(s =>
            own.Contains(s.UnitId) && s.Number != null && Models.Contains(s.State) && s.TakenDownAt == null && s.Amendment == null
        );
    }
}
