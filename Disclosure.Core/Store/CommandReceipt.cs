using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Disclosure.Core.Store;

/// <summary>Remembers a command that took effect, so that the same click sent twice is one effect and gets the same answer.</summary>
public sealed class CommandReceipt
{
    /// <summary>Chosen by the page when the dialog opened.</summary>
    public required Guid Id { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The value handed back the first time, as JSON.</summary>
    public required string Result { get; init; }
}

internal sealed class CommandReceiptMapping : IEntityTypeConfiguration<CommandReceipt>
{
    public void Configure(EntityTypeBuilder<CommandReceipt> builder)
    {
        builder.ToTable("CommandReceipts");
        builder.HasKey(r => r.Id);
    }
}
