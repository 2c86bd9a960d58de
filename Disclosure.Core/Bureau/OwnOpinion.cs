using Disclosure.Core.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Disclosure.Core.Bureau;

/// <summary>
/// A sentence that a person begins opinions with, beside those that the program offers. It decides nothing until it is signed in an
/// opinion, so it stands outside the audit chain; nobody but its owner reads it.
/// </summary>
public sealed class OwnOpinion
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>Whose.</summary>
    public required int StaffId { get; init; }

    /// <summary>The sentence.</summary>
    public required string Text { get; init; }
}

/// <summary>A sentence as its owner chooses it.</summary>
public sealed record OwnOpinionRow(int Id, string Text);

/// <summary>Nothing is written yet, or too much.</summary>
public sealed record OwnOpinionLength(int Most) : Problem($"请先写好意见再存为常用，最多 {Most} 个字。");

/// <summary>More are not kept.</summary>
public sealed record TooManyOwnOpinions(int Most) : Problem($"自己的常用意见最多 {Most} 条，请先删除不用的。");

/// <summary>Keeps a person's own sentences.</summary>
public sealed class OwnOpinionService(Operations operations)
{
    /// <summary>Longest sentence, characters.</summary>
    public const int Longest = 200;

    /// <summary>Most sentences of one person.</summary>
    public const int Most = 30;

    /// <summary>The person's sentences, oldest first.</summary>
    public async Task<IReadOnlyList<OwnOpinionRow>> AllAsync(Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        return await op
            .Db.OwnOpinions.Where(o => o.StaffId == by.StaffId)
            .OrderBy(o => o.Id)
            .Select(o => new OwnOpinionRow(o.Id, o.Text))
            .ToListAsync(ct);
    }

    /// <summary>Keeps a sentence; one that is kept already stays once.</summary>
    public Task<Outcome<Done>> AddAsync(string text, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.WriteAsync<Done>(
            by,
            now,
            async op =>
            {
                var clean = text.Trim();
                if (clean.Length is 0 or > Longest)
                {
                    return new OwnOpinionLength(Longest);
                }
                if (op.Grants.UnitId == 0)
                {
                    return new NotFound();
                }
                var own = op.Db.OwnOpinions.Where(o => o.StaffId == by.StaffId);
                if (await own.AnyAsync(o => o.Text == clean, ct))
                {
                    return Done.It;
                }
                if (await own.CountAsync(ct) >= Most)
                {
                    return new TooManyOwnOpinions(Most);
                }
                op.Db.OwnOpinions.Add(new OwnOpinion { StaffId = by.StaffId, Text = clean });
                return Done.It;
            },
            null,
            ct
        );

    /// <summary>Deletes a sentence.</summary>
    public Task<Outcome<Done>> DeleteAsync(int id, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.WriteAsync<Done>(
            by,
            now,
            async op =>
            {
                if (await op.Db.OwnOpinions.FirstOrDefaultAsync(o => o.Id == id && o.StaffId == by.StaffId, ct) is not { } own)
                {
                    return new NotFound();
                }
                op.Db.Remove(own);
                return Done.It;
            },
            null,
            ct
        );
}

internal sealed class OwnOpinionMapping : IEntityTypeConfiguration<OwnOpinion>
{
    public void Configure(EntityTypeBuilder<OwnOpinion> builder)
    {
        builder.ToTable("OwnOpinions");
        builder.HasIndex(o => o.StaffId);
        builder.HasOne<Staff>().WithMany().HasForeignKey(o => o.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}
