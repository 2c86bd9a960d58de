using System.Text.Json;
using Disclosure.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Store;

/// <summary>
/// Lets one writer in at a time. Everything that changes the store passes here: one context, one BEGIN IMMEDIATE transaction,
/// one save. A refusal rolls everything back; so does a text that a guard refuses, in whichever save of the work it stands.
/// </summary>
public sealed class WriteGate(
    IDbContextFactory<DisclosureDb> contexts,
    TimeProvider clock,
    IEnumerable<TextGuard> guards,
    IEnumerable<OneLineTexts> lines,
    IEnumerable<IHearsCommits> hearers
) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly AsyncLocal<bool> inside = new();

    /// <summary>
    /// Runs <paramref name="work"/> in a transaction of its own; commits when it answers a value, rolls back when it answers a Problem or
    /// throws.
    /// </summary>
    /// <param name="work">Reads and changes through the context it is given; need not save.</param>
    /// <param name="command">When given and already seen, the first answer is handed back and nothing runs; an id that was used for
    /// something else throws.</param>
    /// <param name="ct">Stops waiting for the gate; once inside, the work is finished.</param>
    public async Task<Outcome<T>> WriteAsync<T>(
        Func<DisclosureDb, Task<Outcome<T>>> work,
        CommandKey? command = null,
        CancellationToken ct = default
    )
    {
        if (inside.Value)
        {
            // Waiting here would wait for ourselves, for ever.
            throw new InvalidOperationException("A write inside a write: pass the context on instead of asking the gate again.");
        }
        await gate.WaitAsync(ct);
        try
        {
            inside.Value = true;
            return await InsideAsync(work, command);
        }
        catch (TextRefused e)
        {
            return e.Refusal;
        }
        catch (Exception e) when (SqliteErrors.Refusal(e) is { } refusal)
        {
            return refusal;
        }
        finally
        {
            inside.Value = false;
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    private async Task<Outcome<T>> InsideAsync<T>(Func<DisclosureDb, Task<Outcome<T>>> work, CommandKey? command)
    {
        await using var db = await contexts.CreateDbContextAsync();
        // Contexts come from a pool, which forgets who listened when one is handed back.
        var committed = new List<Action>();
        db.SavingChanges += (_, _) => Saving(db, committed);
        // The driver opens a plain transaction as BEGIN IMMEDIATE, so a read inside it can never fail later with "snapshot too old".
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (command is not null && await db.Set<CommandReceipt>().FindAsync(command.Id) is { } receipt)
        {
            if (!receipt.Answers(command))
            {
                throw new InvalidOperationException(
                    $"The id of a command was used before, for {receipt.Operation}; {command.Operation} needs one of its own."
                );
            }
            return JsonSerializer.Deserialize<T>(receipt.Result)!;
        }
        var outcome = await work(db);
        if (!outcome.Ok)
        {
            return outcome;
        }
        if (command is not null)
        {
            db.Add(
                new CommandReceipt
                {
                    Id = command.Id,
                    Operation = command.Operation,
                    StaffId = command.StaffId,
                    At = clock.GetUtcNow().UtcDateTime,
                    Result = JsonSerializer.Serialize(outcome.Value),
                }
            );
        }
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        committed.ForEach(tell => tell());
        return outcome;
    }

    private void Saving(DisclosureDb db, List<Action> committed)
    {
        foreach (var texts in lines)
        {
            texts.Clean(db);
        }
        foreach (var guard in guards)
        {
            if (guard.Refusal(db) is { } refusal)
            {
                throw new TextRefused(refusal);
            }
        }
        committed.AddRange(hearers.Select(h => h.Saving(db)).OfType<Action>());
    }
}
