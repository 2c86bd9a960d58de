using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Disclosure.Core.Store;

/// <summary>What kind of record refers to content.</summary>
public enum HolderKind
{
    /// <summary>稿件.</summary>
    Item,

    /// <summary>委托代签的委托书.</summary>
    Delegation,

    /// <summary>年度事项登记.</summary>
    DutyEntry,
}

/// <summary>A record that refers to content by its hash.</summary>
/// <param name="Kind">Which table family.</param>
/// <param name="Key">Its key there.</param>
public readonly record struct Holder(HolderKind Kind, int Key)
{
    /// <summary>What refers to the content, in words; an item by its number comes from the store.</summary>
    public string Words =>
        Kind switch
        {
            HolderKind.Item => "本稿件",
            HolderKind.Delegation => $"第 {Key} 号委托代签的委托书",
            _ => $"第 {Key} 号年度事项登记",
        };

    /// <summary>An item.</summary>
    public static Holder Item(int id) => new(HolderKind.Item, id);
}

/// <summary>What became of a holder's content.</summary>
public enum WithdrawalDecision
{
    /// <summary>确认清除: the holder has given it up for good.</summary>
    Destroyed,

    /// <summary>恢复查阅: found not to be secret.</summary>
    Released,
}

/// <summary>
/// Content of one holder taken out of reading because an item with the same bytes was stopped; decided by the office, holder by holder.
/// </summary>
public sealed class Withdrawal
{
    /// <summary>Key; of several of one holder and content the last one counts.</summary>
    public int Id { get; private set; }

    /// <summary>The content, 64 hex digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Kind of the holder.</summary>
    public required HolderKind Holder { get; init; }

    /// <summary>Key of the holder.</summary>
    public required int HolderKey { get; init; }

    /// <summary>The item whose stop or referral reached the content.</summary>
    public required int SourceItemId { get; init; }

    /// <summary>Why, as the chain says it.</summary>
    public required string Reason { get; init; }

    /// <summary>Who decided about that item; another person must decide here.</summary>
    public required int StoppedBy { get; init; }

    /// <summary>Name at the time.</summary>
    public required string StoppedByName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The decision; null while it waits for the office.</summary>
    public WithdrawalDecision? Decision { get; private set; }

    /// <summary>Who decided; null until then.</summary>
    public int? DecidedBy { get; private set; }

    /// <summary>Name at the time.</summary>
    public string DecidedByName { get; private set; } = "";

    /// <summary>UTC; null until decided.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>What was said with the decision.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Enters the decision; only once.</summary>
    public void Decide(WithdrawalDecision decision, int staffId, string name, string words, DateTime now)
    {
        if (Decision is not null)
        {
            throw new InvalidOperationException("Decided already.");
        }
        (Decision, DecidedBy, DecidedByName, Words, DecidedAt) = (decision, staffId, name, words, now);
    }
}

internal sealed class WithdrawalMapping : IEntityTypeConfiguration<Withdrawal>
{
    public void Configure(EntityTypeBuilder<Withdrawal> builder)
    {
        builder.ToTable("Withdrawals");
        builder.Property(w => w.Holder).HasConversion<string>();
        builder.Property(w => w.Decision).HasConversion<string>();
        builder.HasIndex(w => w.Sha256);
        builder.HasIndex(w => new { w.Holder, w.HolderKey });
    }
}

/// <summary>The table of withdrawn content.</summary>
public static class WithdrawalTables
{
    extension(DisclosureDb db)
    {
        /// <summary>Content taken out of reading.</summary>
        public DbSet<Withdrawal> Withdrawals => db.Set<Withdrawal>();
    }
}
