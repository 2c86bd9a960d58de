using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Disclosure.Core.Deadlines;

/// <summary>A day of the local layer as the administrator entered it.</summary>
public sealed class LocalDay
{
    /// <summary>The day; there is only one entry for it.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The entry it came in with; days of one entry go together.</summary>
    public required Guid EntryId { get; init; }

    /// <summary>True when worked, false when off.</summary>
    public required bool Worked { get; init; }

    /// <summary>What it is called, e.g. 藏历新年.</summary>
    public required string Name { get; init; }

    /// <summary>Number of the notice it rests on.</summary>
    public required string Notice { get; init; }

    /// <summary>Who entered it.</summary>
    public required int StaffId { get; init; }

    /// <summary>Name at the time.</summary>
    public required string StaffName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime EnteredAt { get; init; }
}

/// <summary>A national arrangement entered or imported; it stands in the place of the one that comes with the program.</summary>
public sealed class NationalYear
{
    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>Number of the notice.</summary>
    public required string Notice { get; init; }

    /// <summary>Who entered it.</summary>
    public required int StaffId { get; init; }

    /// <summary>Name at the time.</summary>
    public required string StaffName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime EnteredAt { get; init; }
}

/// <summary>One announced day of an entered year.</summary>
public sealed class NationalDay
{
    /// <summary>The day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Its year.</summary>
    public required int Year { get; init; }

    /// <summary>True when worked, false when off.</summary>
    public required bool Worked { get; init; }

    /// <summary>What it is called, or empty.</summary>
    public required string Name { get; init; }
}

internal sealed class CalendarMapping
    : IEntityTypeConfiguration<LocalDay>,
        IEntityTypeConfiguration<NationalYear>,
        IEntityTypeConfiguration<NationalDay>
{
    public void Configure(EntityTypeBuilder<LocalDay> builder)
    {
        builder.ToTable("LocalDays");
        builder.HasKey(d => d.Day);
        builder.HasIndex(d => d.EntryId);
    }

    public void Configure(EntityTypeBuilder<NationalYear> builder)
    {
        builder.ToTable("NationalYears");
        builder.HasKey(y => y.Year);
        builder.Property(y => y.Year).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<NationalDay> builder)
    {
        builder.ToTable("NationalDays");
        builder.HasKey(d => d.Day);
        builder.HasOne<NationalYear>().WithMany().HasForeignKey(d => d.Year).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>The tables of this module.</summary>
public static class CalendarTables
{
    extension(DisclosureDb db)
    {
        /// <summary>Local days.</summary>
        public DbSet<LocalDay> LocalDays => db.Set<LocalDay>();

        /// <summary>National years entered.</summary>
        public DbSet<NationalYear> NationalYears => db.Set<NationalYear>();

        /// <summary>Their days.</summary>
        public DbSet<NationalDay> NationalDays => db.Set<NationalDay>();
    }
}
