using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Store;

/// <summary>Hears of every write that was committed, whichever service wrote it; of one that was rolled back it never hears.</summary>
public interface IHearsCommits
{
    /// <summary>
    /// Looks at the tracked rows a save is about to write, inside the transaction, and asks the store nothing. Answers what is done once
    /// all of it is committed, or null when none of it concerns the hearer.
    /// </summary>
    Action? Saving(DbContext db);
}
