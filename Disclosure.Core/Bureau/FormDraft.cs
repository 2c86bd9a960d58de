using Disclosure.Core.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Disclosure.Core.Bureau;

/// <summary>
/// What a person has typed into a form and not sent yet, field by field. It decides nothing until it is sent, so it stands outside the
/// audit chain; nobody but its writer reads it.
/// </summary>
public sealed class FormDraft
{
    /// <summary>Whose.</summary>
    public required int StaffId { get; init; }

    /// <summary>Which form, with the thing it is about, e.g. consultations/12.</summary>
    public required string Place { get; init; }

    /// <summary>The item it speaks of, or null; erased with it.</summary>
    public int? SubmissionId { get; init; }

    /// <summary>Values by the name of the field, as JSON.</summary>
    public string Json { get; private set; } = "";

    /// <summary>UTC of the last saving.</summary>
    public DateTime SavedAt { get; private set; }

    /// <summary>Takes what stands in the form now.</summary>
    public void Take(string json, DateTime now) => (Json, SavedAt) = (json, now);
}

/// <summary>What was found of an earlier visit.</summary>
/// <param name="Json">Values by the name of the field.</param>
/// <param name="SavedAt">UTC.</param>
public sealed record KeptForm(string Json, DateTime SavedAt);

/// <summary>More stands in the form than is kept for later.</summary>
public sealed record FormTooLong() : Problem("填写的内容太长，不能自动保存；请先提交，或者把长文字放进附件。");

/// <summary>Whether words about an item may be kept; answered by the module that knows the rights of reading it.</summary>
public interface IKeptItems
{
    /// <summary>True when this person may read the item and its content was not erased.</summary>
    Task<bool> MayKeepAsync(Operation op, int itemId, CancellationToken ct);
}

/// <summary>Keeps what is typed into forms until it is sent or given up.</summary>
public sealed class FormDraftService(Operations operations, IKeptItems items)
{
    /// <summary>Longest text kept of one form, characters.</summary>
    public const int Longest = 40_000;

    /// <summary>Longest name of a form.</summary>
    public const int LongestPlace = 120;

    /// <summary>What the person left in the form, or null.</summary>
    public async Task<KeptForm?> FindAsync(string place, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        return await op
            .Db.FormDrafts.Where(d => d.StaffId == by.StaffId && d.Place == place)
            .Select(d => new KeptForm(d.Json, d.SavedAt))
            .FirstOrDefaultAsync(ct);
    }

    /// <summary>Forms below a place in which the person left something, so that a page can open them again.</summary>
    public async Task<IReadOnlySet<string>> LeftAsync(string below, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        return await op
            .Db.FormDrafts.Where(d => d.StaffId == by.StaffId && d.Place.StartsWith(below))
            .Select(d => d.Place)
            .ToHashSetAsync(ct);
    }

    /// <summary>Keeps what stands in the form; an empty text means that nothing is left to keep.</summary>
    /// <returns>UTC of the saving.</returns>
    public Task<Outcome<DateTime>> SaveAsync(
        string place,
        int? submissionId,
        string json,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) =>
        operations.WriteAsync<DateTime>(
            by,
            now,
            async op =>
            {
                if (json.Length > Longest)
                {
                    return new FormTooLong();
                }
                if (place.Length > LongestPlace || op.Grants.UnitId == 0)
                {
                    return new NotFound();
                }
                // A page that was open while the item was stopped must not put back what was erased with it.
                if (json.Length > 0 && submissionId is { } item && !await items.MayKeepAsync(op, item, ct))
                {
                    return new NotFound();
                }
                var draft = await op.Db.FormDrafts.FindAsync([by.StaffId, place], ct);
                if (json.Length == 0)
                {
                    if (draft is not null)
                    {
                        op.Db.FormDrafts.Remove(draft);
                    }
                    return now;
                }
                if (draft is null)
                {
                    draft = new FormDraft
                    {
                        StaffId = by.StaffId,
                        Place = place,
                        SubmissionId = submissionId,
                    };
                    op.Db.FormDrafts.Add(draft);
                }
                draft.Take(json, now);
                return now;
            },
            null,
            ct
        );
}

internal sealed class FormDraftMapping : IEntityTypeConfiguration<FormDraft>
{
    public void Configure(EntityTypeBuilder<FormDraft> builder)
    {
        builder.ToTable("FormDrafts");
        builder.HasKey(d => new { d.StaffId, d.Place });
        builder.HasIndex(d => d.SubmissionId);
        builder.HasOne<Staff>().WithMany().HasForeignKey(d => d.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}
