using Disclosure.Core.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Disclosure.Core.Store;

/// <summary>A command as it is known again: the id the page chose, what it asks for, and who asks.</summary>
/// <param name="Operation">Class and method of the service.</param>
/// <param name="StaffId">The person.</param>
public sealed record CommandKey(Guid Id, string Operation, int StaffId)
{
    /// <summary>A command of the method that calls, named from what the compiler says of it; null where there is no id.</summary>
    /// <param name="file">Its source file, from which only the name is taken.</param>
    internal static CommandKey? Of(Guid? id, int staffId, string member, string file) =>
        id is not { } known
            ? null
            : new CommandKey(
                known,
                $"{Path.GetFileNameWithoutExtension(file[(file.LastIndexOfAny(['/', '\\']) + 1)..])}.{member}",
                staffId
            );
}

/// <summary>Remembers a command that took effect, so that the same click sent twice is one effect and gets the same answer.</summary>
public sealed class CommandReceipt
{
    /// <summary>
    /// How long it is kept. A page sends a click again within minutes and lives ten hours at most, an unfinished upload two days;
    /// thirty leave room for a browser that comes back after a holiday.
    /// </summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Chosen by the page when the dialog opened.</summary>
    public required Guid Id { get; init; }

    /// <summary>What was asked for; empty in one of before this was kept.</summary>
    public required string Operation { get; init; }

    /// <summary>Who asked; 0 in one of before this was kept.</summary>
    public required int StaffId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The value handed back the first time, as JSON.</summary>
    public required string Result { get; init; }

    /// <summary>
    /// True when it answers that command: an id that comes with another operation or from another person must not get a foreign answer.
    /// </summary>
    internal bool Answers(CommandKey command) => Operation.Length == 0 || (Operation, StaffId) == (command.Operation, command.StaffId);
}

/// <summary>Takes away receipts that nobody can ask for any more.</summary>
public sealed class CommandReceipts(WriteGate gate)
{
    // Writers who wait meanwhile should not notice.
    private const int AtOnce = 2000;

    /// <summary>Removes those older than <see cref="CommandReceipt.Kept"/>; answers how many went.</summary>
    /// <param name="now">UTC.</param>
    public async Task<Outcome<int>> SweepAsync(DateTime now, CancellationToken ct = default)
    {
        var before = now - CommandReceipt.Kept;
        for (var gone = 0; ;)
        {
            var swept = await gate.WriteAsync<int>(db => DeleteAsync(db, before), null, ct);
            if (!swept.Ok)
            {
                return swept;
            }
            gone += swept.Value;
            if (swept.Value < AtOnce)
            {
                return gone;
            }
        }
    }

    private static async Task<Outcome<int>> DeleteAsync(DisclosureDb db, DateTime before)
    {
        var old = db.Set<CommandReceipt>().Where(r => r.At < before).OrderBy(r => r.At).Take(AtOnce).Select(r => r.Id);
        return await db.Set<CommandReceipt>().Where(r => old.Contains(r.Id)).ExecuteDeleteAsync();
    }
}

internal sealed class CommandReceiptMapping : IEntityTypeConfiguration<CommandReceipt>
{
    public void Configure(EntityTypeBuilder<CommandReceipt> builder)
    {
        builder.ToTable("CommandReceipts");
        builder.HasKey(r => r.Id);
        builder.HasIndex(r => r.At);
    }
}
