using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Disclosure.Core.Bureau;

/// <summary>What differs between bureaus: names and number prefixes. One row.</summary>
public sealed class BureauProfile
{
    /// <summary>Always 1.</summary>
    public int Id { get; init; } = 1;

    /// <summary>Full name, printed in every title.</summary>
    public string Name { get; set; } = "昌都市统计局";

    /// <summary>Prefix of city numbers.</summary>
    public string CitySeries { get; set; } = "昌统发审";

    /// <summary>Prefix of county numbers.</summary>
    public string CountySeries { get; set; } = "昌统县审";

    /// <summary>The bureau's unified social credit code, first part of every index number; empty until entered.</summary>
    public string CreditCode { get; set; } = "";

    /// <summary>True for a store that was filled for demonstration; such a store is never served as the real one.</summary>
    public bool Demonstration { get; init; }

    /// <summary>The profile, or the one the program comes with.</summary>
    public static async Task<BureauProfile> ReadAsync(DisclosureDb db, CancellationToken ct = default) =>
        await db.Set<BureauProfile>().FirstOrDefaultAsync(ct) ?? new BureauProfile();
}

internal sealed class BureauProfileMapping : IEntityTypeConfiguration<BureauProfile>
{
    public void Configure(EntityTypeBuilder<BureauProfile> builder)
    {
        builder.ToTable("BureauProfile");
        builder.Property(p => p.Id).ValueGeneratedNever();
    }
}
