using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Disclosure.Core.Catalogue;

/// <summary>
/// The annual catalogue itself was published (A11): when, where, with how many entries. Never changed; a later publication is a row of its
/// own.
/// </summary>
public sealed class AnnualCatalogueNotice
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>Calendar year of the catalogue.</summary>
    public required int Year { get; init; }

    /// <summary>Day on which it stood on the site.</summary>
    public required DateOnly PublishedOn { get; init; }

    /// <summary>Web address.</summary>
    public required string Address { get; init; }

    /// <summary>Entries for the public that it held: those published up to that day.</summary>
    public required int Entries { get; init; }

    /// <summary>Who entered it.</summary>
    public required int StaffId { get; init; }

    /// <summary>Name at the time.</summary>
    public required string StaffName { get; init; }

    /// <summary>UTC of entry.</summary>
    public required DateTime EnteredAt { get; init; }
}

internal sealed class AnnualCatalogueMapping : IEntityTypeConfiguration<AnnualCatalogueNotice>
{
    public void Configure(EntityTypeBuilder<AnnualCatalogueNotice> builder)
    {
        builder.ToTable("AnnualCatalogueNotices");
        builder.HasIndex(n => new { n.Year, n.PublishedOn });
    }
}

/// <summary>The tables of the annual catalogue.</summary>
public static class AnnualCatalogueTables
{
    extension(DisclosureDb db)
    {
        /// <summary>Publications of the catalogue itself.</summary>
        public DbSet<AnnualCatalogueNotice> AnnualCatalogueNotices => db.Set<AnnualCatalogueNotice>();
    }
}
