using System.Runtime.CompilerServices;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Bureau;

/// <summary>
/// One operation as it was opened: who acts and when, what the person may act under at this moment, and the one context it reads and writes
/// through.
/// </summary>
/// <param name="Db">The context; gone when the operation ends.</param>
/// <param name="Grants">Read from the store as the operation opened.</param>
/// <param name="Now">UTC.</param>
public sealed record Operation(DisclosureDb Db, Actor By, Grants Grants, DateTime Now) : IAsyncDisposable
{
    // A reading's own; a change has its transaction from the gate.
    internal StoreMoment? Moment { get; init; }

    /// <summary>The bureau's day.</summary>
    public DateOnly Today => BureauTime.Day(Now);

    /// <summary>Opens an operation inside a transaction that somebody else has opened.</summary>
    public static async Task<Operation> InsideAsync(DisclosureDb db, Actor by, DateTime now, CancellationToken ct) =>
        new(db, by, await DutyBook.ReadAsync(db, by.StaffId, BureauTime.Day(now), ct), now);

    /// <summary>The context and what the person may act under.</summary>
    public void Deconstruct(out DisclosureDb db, out Grants grants) => (db, grants) = (Db, Grants);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Moment is not null)
        {
            await Moment.DisposeAsync();
        }
        await Db.DisposeAsync();
    }
}

/// <summary>
/// The one entry point of every operation a person asks for: nobody reads or writes here without the duties having been read just now.
/// </summary>
public sealed class Operations(WriteGate gate, IDbContextFactory<DisclosureDb> contexts)
{
    /// <summary>
    /// Opens a reading; nothing read through it is tracked, and all of it is of one moment: an item read before a signature is not shown
    /// with what was read after it. Ends when disposed.
    /// </summary>
    public async Task<Operation> ReadAsync(Actor by, DateTime now, CancellationToken ct)
    {
        var db = await contexts.CreateDbContextAsync(ct);
        try
        {
            db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
            var moment = await StoreMoment.BeginAsync(db, ct);
            return await Operation.InsideAsync(db, by, now, ct) with { Moment = moment };
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a change in a transaction of its own, through the write gate.</summary>
    /// <param name="work">Reads and changes; need not save.</param>
    /// <param name="commandId">When given and already seen, the first answer is handed back and nothing runs.</param>
    /// <param name="ct">Stops waiting for the gate; once inside, the work is finished.</param>
    /// <param name="member">Who asks, filled in by the compiler; whoever stands between hands on what it was given.</param>
    /// <param name="file">Where that stands.</param>
    public Task<Outcome<T>> WriteAsync<T>(
        Actor by,
        DateTime now,
        Func<Operation, Task<Outcome<T>>> work,
        Guid? commandId,
        CancellationToken ct,
        [CallerMemberName] string member = "",
        [CallerFilePath] string file = ""
    ) =>
        gate.WriteAsync<T>(
            async db => await work(await Operation.InsideAsync(db, by, now, ct)),
            CommandKey.Of(commandId, by.StaffId, member, file),
            ct
        );
}
