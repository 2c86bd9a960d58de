using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Publication;

/// <summary>What came in at the desk for one item.</summary>
public sealed record DeskTickView(DeskTick Tick, string By, DateTime At, int? Copies, int? Pages);

/// <summary>Where an item stands on one channel.</summary>
public sealed record PublicationView(Channel Channel, string Place, DateTime At, string By);

/// <summary>An item at the platform's desk.</summary>
/// <param name="Version">Version seen; goes back with the publication.</param>
public sealed record DeskRow(ItemRow Item, int Version, IReadOnlyList<DeskTickView> Ticks, IReadOnlyList<Channel> Allowed);

/// <summary>A published item in the list that everybody signed in may see.</summary>
/// <param name="MayOpen">True when the reader may open the item's page.</param>
/// <param name="IntranetOnly">True when the county's chief bound it to the intranet (D11) or it stands nowhere else: nothing for the public.</param>
public sealed record PublishedRow(
    int Id, string Index, string Number, string Title, string Summary, string Unit, string Section, DateOnly? FormedOn, DateTime PublishedAt,
    IReadOnlyList<PublicationView> Channels, bool MayOpen, bool IntranetOnly);

/// <summary>Reads the platform's desk and what is published.</summary>
public sealed class PublicationQueries(IDbContextFactory<DisclosureDb> contexts, InboxQueries inbox)
{
    /// <summary>One page of what waits at the desk, and how much there is; empty for everybody but the head of the platform.</summary>
    public async Task<(IReadOnlyList<DeskRow> Rows, int Total)> DeskAsync(int page, Actor by, DateTime now, CancellationToken ct = default)
    {
        var (waiting, total) = await inbox.PageAsync(Pile.Desk, "", page, by, now, ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = new List<DeskRow>();
        foreach (var item in waiting)
        {
            var file = await CaseFile.LoadAsync(db, item.Id, ct);
            rows.Add(new DeskRow(item, file!.Item.Version, await TicksAsync(db, item.Id, ct), file.AllowedChannels(file.Item.CountyChoice)));
        }
        return (rows, total);
    }

    /// <summary>Ticks and channels of one item the reader may read.</summary>
    public async Task<(IReadOnlyList<DeskTickView> Ticks, IReadOnlyList<PublicationView> Channels)> OfItemAsync(int id, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var grants = await DutyBook.ReadAsync(db, by.StaffId, BureauTime.Day(now), ct);
        return await db.Submissions.Where(ReadingRights.Of(db, grants)).AnyAsync(s => s.Id == id, ct)
            ? (await TicksAsync(db, id, ct), await ChannelsAsync(db, id, ct))
            : ([], []);
    }

    /// <summary>What was published in a calendar year of the bureau's time, newest first; for everybody with an open account.</summary>
    /// <param name="text">Part of title, number or index; empty for all.</param>
    /// <param name="page">From 0; null for the whole year.</param>
    public async Task<(IReadOnlyList<PublishedRow> Rows, int Total)> PublishedAsync(int year, string text, int? page, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var grants = await DutyBook.ReadAsync(db, by.StaffId, BureauTime.Day(now), ct);
        if (!await db.Staff.AnyAsync(s => s.Id == by.StaffId && s.Active && !s.MustChangePassword, ct))
        {
            return ([], 0);
        }
        var (from, until) = (BureauTime.ToUtc(new DateTime(year, 1, 1)), BureauTime.ToUtc(new DateTime(year + 1, 1, 1)));
        var (units, revisions) = (db.Units, db.Revisions);
        var items = db.Submissions.AsNoTracking().Where(s => s.State == ItemState.Published && s.EndedAt >= from && s.EndedAt < until);
        if (text.Trim() is { Length: > 0 } part)
        {
            items = items.Where(s => s.Title.Contains(part) || s.Number!.Contains(part) || s.CatalogueIndex!.Contains(part));
        }
        var total = await items.CountAsync(ct);
        var ordered = items.OrderByDescending(s => s.EndedAt).ThenByDescending(s => s.Id).AsQueryable();
        if (page is { } p)
        {
            ordered = ordered.Skip(p * InboxQueries.PageSize).Take(InboxQueries.PageSize);
        }
        var open = (await items.Where(ReadingRights.Of(db, grants)).Select(s => s.Id).ToListAsync(ct)).ToHashSet();
        var found = await ordered.Select(s => new
        {
            s.Id,
            s.CatalogueIndex,
            s.Number,
            Unit = units.First(u => u.Id == s.UnitId).Name,
            Section = units.First(u => u.Id == s.SectionId).Name,
            s.EndedAt,
            s.CountyChoice,
            Json = revisions.First(r => r.Id == s.RevisionId).ContentJson,
        }).ToListAsync(ct);
        var ids = found.Select(f => f.Id).ToList();
        var channels = (await db.Publications.AsNoTracking().Where(c => ids.Contains(c.SubmissionId)).OrderBy(c => c.At).ToListAsync(ct))
            .ToLookup(c => c.SubmissionId, c => new PublicationView(c.Channel, c.Place, c.At, c.StaffName));
        return ([.. found.Select(f =>
        {
            var content = ItemContent.FromJson(f.Json);
            return new PublishedRow(f.Id, f.CatalogueIndex ?? "", f.Number ?? "", content.Title, content.Summary, f.Unit, f.Section,
                content.FormedOn, f.EndedAt!.Value, [.. channels[f.Id]], open.Contains(f.Id),
                f.CountyChoice == CountyChoice.IntranetOnly || channels[f.Id].All(c => c.Channel == Channel.Intranet));
        })], total);
    }

    private static async Task<List<DeskTickView>> TicksAsync(DisclosureDb db, int id, CancellationToken ct)
    {
        var revision = await db.Submissions.Where(s => s.Id == id).Select(s => s.RevisionId).FirstAsync(ct);
        return await db.DeskReceipts.AsNoTracking().Where(r => r.SubmissionId == id && r.RevisionId == revision)
            .Select(r => new DeskTickView(r.Tick, r.StaffName, r.At, r.Copies, r.Pages)).ToListAsync(ct);
    }

    private static async Task<List<PublicationView>> ChannelsAsync(DisclosureDb db, int id, CancellationToken ct) =>
        await db.Publications.AsNoTracking().Where(p => p.SubmissionId == id).OrderBy(p => p.At)
            .Select(p => new PublicationView(p.Channel, p.Place, p.At, p.StaffName)).ToListAsync(ct);
}
