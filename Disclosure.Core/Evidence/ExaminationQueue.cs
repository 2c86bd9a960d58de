using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Evidence;

/// <summary>
/// The items that may have something to examine, newest first, and the signal that there is one. It stands in memory only: at start, and
/// after what may concern any item, the store is looked through once; after that it hears of every change of a file as it is committed.
/// </summary>
public sealed class ExaminationQueue : IHearsCommits
{
    private readonly Lock guard = new();
    private readonly SortedSet<int> items = [];
    private bool lookThrough = true;
    private bool gone = true;

    /// <summary>Raised when something came in, on the thread of whoever wrote it.</summary>
    public event Action? Woken;

    /// <summary>True while anything is to be looked at.</summary>
    public bool Any
    {
        get
        {
            lock (guard)
            {
                return lookThrough || items.Count > 0;
            }
        }
    }

    /// <inheritdoc/>
    public Action? Saving(DbContext db)
    {
        var changed = new HashSet<int>();
        var (all, left) = (false, false);
        foreach (
            var row in db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
        )
        {
            switch (row.Entity)
            {
                case ItemFile { RevisionId: null, Role: FileRole.Body or FileRole.Attachment } file:
                    changed.Add(file.SubmissionId);
                    left |= row.State != EntityState.Added;
                    break;
                case ItemFile:
                    left |= row.State != EntityState.Added;
                    break;
                // Other rules, or other contents that may be read: whose files that concerns is found by looking.
                case ExaminerVersion:
                    all = true;
                    break;
                case Withdrawal:
                    (all, left) = (true, true);
                    break;
            }
        }
        return changed.Count > 0 || all || left ? () => Enter(changed, all, left) : null;
    }

    /// <summary>True when the store is to be looked through; whoever takes that answer does it.</summary>
    internal bool TakeLook() => Take(ref lookThrough);

    /// <summary>True when a content may have lost its last item since this was last asked; whoever takes that answer looks.</summary>
    internal bool TakeGone() => Take(ref gone);

    /// <summary>Takes the newest item out, or null when there is none.</summary>
    internal int? TakeNewest()
    {
        lock (guard)
        {
            if (items.Count == 0)
            {
                return null;
            }
            var newest = items.Max;
            items.Remove(newest);
            return newest;
        }
    }

    /// <summary>Puts back what could not be done, without waking anybody.</summary>
    internal void PutBack(IEnumerable<int> some, bool look = false, bool left = false)
    {
        lock (guard)
        {
            items.UnionWith(some);
            lookThrough |= look;
            gone |= left;
        }
    }

    private void Enter(HashSet<int> changed, bool all, bool left)
    {
        PutBack(changed, all, left);
        if (all || changed.Count > 0)
        {
            Woken?.Invoke();
        }
    }

    private bool Take(ref bool what)
    {
        lock (guard)
        {
            var was = what;
            what = false;
            return was;
        }
    }
}
