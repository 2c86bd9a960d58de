using Disclosure.Core.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Disclosure.Core.Bureau;

/// <summary>
/// What a person last chose on a screen: open groups of the menu, the order and columns of a list. It decides nothing and speaks of no
/// item, so it stands outside the audit chain.
/// </summary>
public sealed class Preference
{
    /// <summary>Whose.</summary>
    public required int StaffId { get; init; }

    /// <summary>Which choice, e.g. menu.</summary>
    public required string Name { get; init; }

    /// <summary>The choice, as the screen that asked for it writes it.</summary>
    public string Value { get; private set; } = "";

    /// <summary>Takes another choice.</summary>
    public void Choose(string value) => Value = value;
}

/// <summary>Remembers a person's choices and answers them to nobody else.</summary>
public sealed class PreferenceService(Operations operations)
{
    /// <summary>Longest value, characters; a longer one is not remembered.</summary>
    public const int LongestValue = 2000;

    /// <summary>What the person chose last, or null.</summary>
    public async Task<string?> FindAsync(string name, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        return await op.Db.Preferences.Where(p => p.StaffId == by.StaffId && p.Name == name).Select(p => p.Value).FirstOrDefaultAsync(ct);
    }

    /// <summary>Remembers a choice in the place of the last one.</summary>
    public Task<Outcome<Done>> ChooseAsync(string name, string value, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.WriteAsync<Done>(
            by,
            now,
            async op =>
            {
                if (value.Length > LongestValue || op.Grants.UnitId == 0)
                {
                    return Done.It;
                }
                var chosen = await op.Db.Preferences.FindAsync([by.StaffId, name], ct);
                if (chosen is null)
                {
                    op.Db.Preferences.Add(chosen = new Preference { StaffId = by.StaffId, Name = name });
                }
                chosen.Choose(value);
                return Done.It;
            },
            null,
            ct
        );
}

internal sealed class PreferenceMapping : IEntityTypeConfiguration<Preference>
{
    public void Configure(EntityTypeBuilder<Preference> builder)
    {
        builder.ToTable("Preferences");
        builder.HasKey(p => new { p.StaffId, p.Name });
        builder.HasOne<Staff>().WithMany().HasForeignKey(p => p.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}
