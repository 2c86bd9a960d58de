using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Files.Imaging;
using Disclosure.Core.Forms;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Disclosure.Core.Printing;

/// <summary>
/// A person's handwritten name, in force from one moment to another; never changed, so that an old signature keeps the hand it was given
/// with.
/// </summary>
public sealed class Handwriting
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>Whose hand.</summary>
    public required int StaffId { get; init; }

    /// <summary>UTC from which on signatures carry it.</summary>
    public required DateTime From { get; init; }

    /// <summary>UTC until which, or null while in force.</summary>
    public DateTime? Until { get; private set; }

    /// <summary>PNG, black on a transparent ground.</summary>
    public required byte[] Png { get; init; }

    /// <summary>Pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels.</summary>
    public required int Height { get; init; }

    /// <summary>Ends it.</summary>
    public void End(DateTime at) => Until = at;

    /// <summary>As the forms draw it.</summary>
    public HandwritingPicture AsPicture() => new(Png, Width, Height);
}

internal sealed class HandwritingMapping : IEntityTypeConfiguration<Handwriting>
{
    public void Configure(EntityTypeBuilder<Handwriting> builder)
    {
        builder.ToTable("Handwritings");
        builder.HasIndex(h => new { h.StaffId, h.From });
        builder.HasOne<Staff>().WithMany().HasForeignKey(h => h.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Which hand goes with which signature.</summary>
public static class HandwritingBook
{
    /// <summary>
    /// The picture of every signature given by a person while their handwriting was in force, by key of the signature; never anybody
    /// else's.
    /// </summary>
    public static async Task<IReadOnlyDictionary<int, HandwritingPicture>> OfSignaturesAsync(
        DisclosureDb db,
        IReadOnlyList<SignatureView> signatures,
        CancellationToken ct = default
    )
    {
        var people = signatures.Select(s => s.StaffId).ToHashSet();
        var hands = await db.Set<Handwriting>().AsNoTracking().Where(h => people.Contains(h.StaffId)).ToListAsync(ct);
        return signatures
            .Select(s =>
                (s.Id, Hand: hands.FirstOrDefault(h => h.StaffId == s.StaffId && h.From <= s.At && (h.Until is null || s.At < h.Until)))
            )
            .Where(s => s.Hand is not null)
            .ToDictionary(s => s.Id, s => s.Hand!.AsPicture());
    }
}

/// <summary>A person's own handwriting: set, looked at and removed by that person alone.</summary>
public sealed class HandwritingService(Operations operations, IDbContextFactory<DisclosureDb> contexts)
{
    /// <summary>Largest picture sent in, bytes.</summary>
    public const int LargestPicture = 8 << 20;

    /// <summary>The person's handwriting in force, or null.</summary>
    public async Task<(HandwritingPicture Picture, DateTime From)?> MineAsync(Actor by, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return
            await db.Set<Handwriting>().AsNoTracking().FirstOrDefaultAsync(h => h.StaffId == by.StaffId && h.Until == null, ct) is { } mine
            ? (mine.AsPicture(), mine.From)
            : null;
    }

    /// <summary>Sets the handwriting from a drawing or a photograph; signatures given from now on carry it.</summary>
    /// <param name="picture">PNG or JPEG.</param>
    public async Task<Outcome<Done>> SetAsync(ReadOnlyMemory<byte> picture, Actor by, DateTime now, CancellationToken ct = default)
    {
        var ink = await Task.Run(() => InkPicture.Read(picture), ct);
        if (!ink.Ok)
        {
            return ink.Problem!;
        }
        return await operations.WriteAsync<Done>(
            by,
            now,
            async op =>
            {
                var db = op.Db;
                if (op.Grants.All.All(g => g.Duty.IsAdministrator()))
                {
                    return new NothingToSign();
                }
                await EndAsync(db, by, now, ct);
                db.Add(
                    new Handwriting
                    {
                        StaffId = by.StaffId,
                        From = now,
                        Png = ink.Value.Png,
                        Width = ink.Value.Width,
                        Height = ink.Value.Height,
                    }
                );
                await AuditTrail.AppendAsync(db, new AuditFact(by, "handwriting.set", "设置本人手写签名", now));
                return Done.It;
            },
            null,
            ct
        );
    }

    /// <summary>Ends the handwriting; signatures from now on carry the set name.</summary>
    public Task<Outcome<Done>> RemoveAsync(Actor by, DateTime now, CancellationToken ct = default) =>
        operations.WriteAsync<Done>(
            by,
            now,
            async op =>
            {
                var db = op.Db;
                if (!await EndAsync(db, by, now, ct))
                {
                    return new NotFound();
                }
                await AuditTrail.AppendAsync(db, new AuditFact(by, "handwriting.remove", "停用本人手写签名", now));
                return Done.It;
            },
            null,
            ct
        );

    private static async Task<bool> EndAsync(DisclosureDb db, Actor by, DateTime now, CancellationToken ct)
    {
        var mine = await db.Set<Handwriting>().Where(h => h.StaffId == by.StaffId && h.Until == null).ToListAsync(ct);
        mine.ForEach(h => h.End(now));
        return mine.Count > 0;
    }
}
