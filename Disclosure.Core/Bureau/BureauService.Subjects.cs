using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Bureau;

/// <summary>A subject as typed.</summary>
public sealed record SubjectEntry(string Name, int SectionId, int Order);

/// <summary>The bureau's own particulars as typed; the credit code may stay empty.</summary>
public sealed record ProfileEntry(string Name, string CitySeries, string CountySeries, string CreditCode);

public sealed partial class BureauService
{
    /// <summary>Adds a subject and its matching section (D11); answers its key.</summary>
    public Task<Outcome<int>> AddSubjectAsync(SubjectEntry entry, Guid commandId, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.ByAsync<int>(
            Office,
            by,
            now,
            commandId,
            async db =>
            {
                var section = await SectionAsync(db, null, entry, ct);
                if (!section.Ok)
                {
                    return section.Problem!;
                }
                var subject = new Subject
                {
                    Name = entry.Name.Trim(),
                    SectionId = entry.SectionId,
                    Order = entry.Order,
                };
                db.Subjects.Add(subject);
                await db.SaveChangesAsync(ct);
                await Administration.NoteAsync(db, by, Office, "subject.add", $"新增专业“{subject.Name}”，对口“{section.Value}”", now);
                return subject.Id;
            },
            ct
        );

    /// <summary>Renames a subject or gives it to another section. Items already on their way keep the section they have.</summary>
    public Task<Outcome<Done>> ChangeSubjectAsync(int id, SubjectEntry entry, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.ByAsync<Done>(
            Office,
            by,
            now,
            null,
            async db =>
            {
                if (await db.Subjects.FirstOrDefaultAsync(s => s.Id == id, ct) is not { } subject)
                {
                    return new NotFound();
                }
                var section = await SectionAsync(db, id, entry, ct);
                if (!section.Ok)
                {
                    return section.Problem!;
                }
                var name = entry.Name.Trim();
                if (subject.Name == name && subject.SectionId == entry.SectionId && subject.Order == entry.Order)
                {
                    return Done.It;
                }
                var before = subject.Name;
                (subject.Name, subject.SectionId, subject.Order) = (name, entry.SectionId, entry.Order);
                return await Administration.NoteAsync(
                    db,
                    by,
                    Office,
                    "subject.change",
                    $"专业“{before}”改为“{name}”，对口“{section.Value}”，排序 {entry.Order}",
                    now
                );
            },
            ct
        );

    /// <summary>Offers a subject to the counties no longer, or again.</summary>
    public Task<Outcome<Done>> OfferSubjectAsync(int id, bool offered, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.ByAsync<Done>(
            Office,
            by,
            now,
            null,
            async db =>
            {
                if (await db.Subjects.FirstOrDefaultAsync(s => s.Id == id, ct) is not { } subject)
                {
                    return new NotFound();
                }
                if (subject.Active == offered)
                {
                    return Done.It;
                }
                if (offered && !await db.Units.AnyAsync(u => u.Id == subject.SectionId && u.Active, ct))
                {
                    return new SubjectNeedsSection();
                }
                subject.Active = offered;
                return await Administration.NoteAsync(
                    db,
                    by,
                    Office,
                    offered ? "subject.reopen" : "subject.close",
                    $"{(offered ? "恢复" : "停用")}专业“{subject.Name}”",
                    now
                );
            },
            ct
        );

    /// <summary>Changes the bureau's name, number prefixes and credit code. Numbers and forms already made stay as they are.</summary>
    public Task<Outcome<Done>> ChangeProfileAsync(ProfileEntry entry, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.ByAsync<Done>(
            Office,
            by,
            now,
            null,
            async db =>
            {
                var code = entry.CreditCode.Trim().ToUpperInvariant();
                if (
                    (
                        Entries.Text(entry.Name, "Name", "单位全称", 40)
                        ?? Entries.Text(entry.CitySeries, "CitySeries", "市级文号字头", 10)
                        ?? Entries.Text(entry.CountySeries, "CountySeries", "县区文号字头", 10)
                    ) is
                    { } refusal
                )
                {
                    return refusal;
                }
                if (entry.CitySeries.Trim() == entry.CountySeries.Trim())
                {
                    return new SeriesAlike();
                }
                if (code.Length > 0 && !CreditCodes.IsValid(code))
                {
                    return new CreditCodeWrong();
                }
                var profile = await BureauProfile.ReadAsync(db, ct);
                if (db.Entry(profile).State == EntityState.Detached)
                {
                    db.Add(profile);
                }
                var before = Describe(profile);
                (profile.Name, profile.CitySeries, profile.CountySeries, profile.CreditCode) = (
                    entry.Name.Trim(),
                    entry.CitySeries.Trim(),
                    entry.CountySeries.Trim(),
                    code
                );
                return Describe(profile) == before
                    ? Done.It
                    : await Administration.NoteAsync(db, by, Office, "profile.change", $"单位信息由{before}改为{Describe(profile)}", now);
            },
            ct
        );

    private static string Describe(BureauProfile p) =>
        $"“{p.Name}”（市级“{p.CitySeries}”，县区“{p.CountySeries}”，信用代码“{(p.CreditCode.Length > 0 ? p.CreditCode : "未填")}”）";

    private static async Task<Outcome<string>> SectionAsync(DisclosureDb db, int? self, SubjectEntry entry, CancellationToken ct)
    {
        if (Entries.Text(entry.Name, "Name", "专业名称", 20) is { } refusal)
        {
            return refusal;
        }
        var name = entry.Name.Trim();
        if (await db.Subjects.AnyAsync(s => s.Id != self && s.Name == name, ct))
        {
            return new EntryTaken("Name", "专业名称", name);
        }
        return await db.Units.FirstOrDefaultAsync(u => u.Id == entry.SectionId, ct) is { IsSection: true, Active: true, Name: var section }
            ? section
            : new SubjectNeedsSection();
    }
}
