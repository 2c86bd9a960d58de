using System.Collections.Concurrent;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Search;

/// <summary>
/// The items whose words may have changed, and the signal that there is one; drafts too, which change with every saving while nobody is
/// told.
/// </summary>
public sealed class SearchQueue : IHearsCommits
{
    private readonly ConcurrentDictionary<int, bool> items = new();

    /// <summary>Raised when something came in, on the thread of whoever wrote it.</summary>
    public event Action? Woken;

    /// <inheritdoc/>
    public Action? Saving(DbContext db)
    {
        var changed = db
            .ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(e =>
                e.Entity switch
                {
                    // A new item has no key before it is saved; what is entered in it afterwards is heard.
                    Submission { Id: > 0 } item => item.Id,
                    ItemFile file => file.SubmissionId,
                    Withdrawal { Holder: HolderKind.Item } withdrawn => withdrawn.HolderKey,
                    _ => 0,
                }
            )
            .Where(id => id > 0)
            .ToHashSet();
        return changed.Count == 0 ? null : () => changed.ToList().ForEach(Add);
    }

    /// <summary>Enters an item that somebody else has told of.</summary>
    public void Add(int itemId)
    {
        items[itemId] = true;
        Woken?.Invoke();
    }

    /// <summary>Takes out all there are.</summary>
    public IReadOnlyList<int> Take() => [.. items.Keys.Where(id => items.TryRemove(id, out _))];
}
