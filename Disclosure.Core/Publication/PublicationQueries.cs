using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Publication;

/// <summary>What the platform has received for one item.</summary>
public sealed record DeskTickView(DeskTick Tick, string By, DateTime At, int? Copies, int? Pages, int? Print = null);

/// <summary>A printing of the form that may have come in.</summary>
/// <param name="Refusal">Why it cannot be taken in, or null.</param>
public sealed record DeskPrintView(int Number, string By, DateTime At, string Fingerprint, Problem? Refusal);

/// <summary>Where an item stands on one channel.</summary>
public sealed record PublicationView(Channel Channel, string Place, DateTime At, string By)
{
    /// <summary>UTC at which it came down from there; null while it stands.</summary>
    public DateTime? DownAt { get; init; }
}

/// <summary>An attempt to publish on a channel that failed.</summary>
public sealed record FailureView(Channel Channel, string Reason, string By, DateTime At);

/// <summary>The other half of a policy document and its interpretation (C2).</summary>
/// <param name="AtPlatform">True when it waits for publishing as well and can be published together.</param>
public sealed record PairView(int Id, string Title, string Number, int Version, bool AtPlatform, bool Published, Problem? InTheWay);

/// <summary>An item that waits for publishing.</summary>
/// <param name="Version">Version seen; goes back with the publication.</param>
public sealed record PublishingRow(ItemRow Item, int Version, IReadOnlyList<DeskTickView> Ticks, IReadOnlyList<Channel> Allowed)
{
    /// <summary>Printings of its form, newest first.</summary>
    public IReadOnlyList<DeskPrintView> Prints { get; init; } = [];

    /// <summary>UTC before which it may not be published, or null.</summary>
    public DateTime? PlannedAt { get; init; }

    /// <summary>Failed attempts, oldest first.</summary>
    public IReadOnlyList<FailureView> Failures { get; init; } = [];

    /// <summary>Document or interpretation that belongs to it, or null.</summary>
    public PairView? Pair { get; init; }

    /// <summary>What it does to a published item, or null.</summary>
    public AmendmentKind? Amendment { get; init; }

    /// <summary>For a take-down: where the item that comes down stands, or stood until the emergency.</summary>
    public IReadOnlyList<PublicationView> ComesDownFrom { get; init; } = [];

    /// <summary>待发 or 发布失败.</summary>
    public PublicationStage Stage => PublishingRules.Stage(Allowed, [], [.. Failures.Select(f => f.Channel)], false);
}

/// <summary>A published item in the list that everybody signed in may see.</summary>
/// <param name="MayOpen">True when the reader may open the item's page.</param>
/// <param name="IntranetOnly">True when the county's chief bound it to the intranet (D11) or it stands nowhere else: nothing for the
/// public.</param>
public sealed record PublishedRow(
    int Id,
    string Index,
    string Number,
    string Title,
    string Summary,
    string Unit,
    string Section,
    DateOnly? FormedOn,
    DateTime PublishedAt,
    IReadOnlyList<PublicationView> Channels,
    bool MayOpen,
    bool IntranetOnly
)
{
    /// <summary>UTC at which it came down, or null while it stands.</summary>
    public DateTime? TakenDownAt { get; init; }

    /// <summary>What it does to an earlier publication, or null.</summary>
    public AmendmentKind? Amendment { get; init; }

    /// <summary>What a later publication did to it: 更正 or 数据修订; null when nothing.</summary>
    public AmendmentKind? AmendedBy { get; init; }

    /// <summary>What stands for a title that must not be read any more.</summary>
    public const string Hidden = "（已紧急下线）";
}

/// <summary>Reads what waits for publishing and what is published.</summary>
public sealed class PublicationQueries(Operations operations, IDbContextFactory<DisclosureDb> contexts, InboxQueries inbox)
{
    /// <summary>One page of what waits for publishing, and how much there is; empty for everybody but the head of the platform.</summary>
    /// <param name="page">From 0; null for all.</param>
    public async Task<(IReadOnlyList<PublishingRow> Rows, int Total)> ToPublishAsync(
        int? page,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        var (waiting, total) = page is { } number
            ? await inbox.PageAsync(Worklist.Platform, "", number, by, now, ct)
            : await inbox.AllAsync(Worklist.Platform, "", null, by, now, ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = new List<PublishingRow>();
        foreach (var item in waiting)
        {
            var file = await CaseFile.LoadAsync(db, item.Id, ct);
            rows.Add(
                new PublishingRow(item, file!.Item.Version, await TicksAsync(db, item.Id, ct), file.AllowedChannels)
                {
                    Prints = await PrintsAsync(db, item.Id, file.Revision?.Fingerprint ?? "", ct),
                    PlannedAt = file.Item.PlannedAt,
                    Failures = await FailuresAsync(db, item.Id, ct),
                    Pair = await PairAsync(db, file.Item, ct),
                    Amendment = file.Item.Amendment,
                    ComesDownFrom = file.Item is { Amendment: AmendmentKind.TakeDown, AmendsId: { } amended }
                        ? await ChannelsAsync(db, amended, ct)
                        : [],
                }
            );
        }
        return (rows, total);
    }

    /// <summary>Failed attempts to publish one item the reader may read, oldest first.</summary>
    public async Task<IReadOnlyList<FailureView>> FailuresAsync(int id, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var db = op.Db;
        return await op.MayReadAsync(id, ct) ? await FailuresAsync(db, id, ct) : [];
    }

    /// <summary>Ticks and channels of one item the reader may read.</summary>
    public async Task<(IReadOnlyList<DeskTickView> Ticks, IReadOnlyList<PublicationView> Channels)> OfItemAsync(
        int id,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var db = op.Db;
        return await op.MayReadAsync(id, ct) ? (await TicksAsync(db, id, ct), await ChannelsAsync(db, id, ct)) : ([], []);
    }

    /// <summary>What was published in a calendar year of the bureau's time, newest first; for everybody with an open account.</summary>
    /// <param name="text">Part of title, number or index; empty for all.</param>
    /// <param name="page">From 0; null for the whole year.</param>
    public async Task<(IReadOnlyList<PublishedRow> Rows, int Total)> PublishedAsync(
        int year,
        string text,
        int? page,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        if (!await db.Staff.AnyAsync(s => s.Id == by.StaffId && s.Active && !s.MustChangePassword, ct))
        {
            return ([], 0);
        }
        var (from, until) = (BureauTime.ToUtc(new DateTime(year, 1, 1)), BureauTime.ToUtc(new DateTime(year + 1, 1, 1)));
        var (units, revisions) = (db.Units, db.Revisions);
        var (takeDowns, all) = (db.TakeDowns, db.Submissions);
        var items = db
            .Submissions.AsNoTracking()
            .Where(s => s.State == ItemState.Published && s.Amendment != AmendmentKind.TakeDown && s.EndedAt >= from && s.EndedAt < until);
        if (text.Trim() is { Length: > 0 } part)
        {
            // What came down in an emergency is found by its number, no longer by its words.
            items = items.Where(s =>
                (s.Title.Contains(part) && !takeDowns.Any(t => t.SubmissionId == s.Id && t.Ground == TakeDownGround.Secrecy))
                || s.Number!.Contains(part)
                || s.CatalogueIndex!.Contains(part)
            );
        }
        var total = await items.CountAsync(ct);
        var ordered = items.OrderByDescending(s => s.EndedAt).ThenByDescending(s => s.Id).AsQueryable();
        if (page is { } p)
        {
            ordered = ordered.Skip(p * InboxQueries.PageSize).Take(InboxQueries.PageSize);
        }
        var open = (await items.Where(ReadingRights.Of(db, grants)).Select(s => s.Id).ToListAsync(ct)).ToHashSet();
        var found = await ordered
            .Select(s => new
            {
                s.Id,
                s.CatalogueIndex,
                s.Number,
                Unit = units.First(u => u.Id == s.UnitId).Name,
                Section = units.First(u => u.Id == s.SectionId).Name,
                s.EndedAt,
                s.TakenDownAt,
                s.Amendment,
                AmendedBy = all.Where(a => a.AmendsId == s.Id && a.State == ItemState.Published && a.Amendment != AmendmentKind.TakeDown)
                    .OrderByDescending(a => a.EndedAt)
                    .Select(a => a.Amendment)
                    .FirstOrDefault(),
                Secret = takeDowns.Any(t => t.SubmissionId == s.Id && t.Ground == TakeDownGround.Secrecy),
                s.CountyChoice,
                Json = revisions.First(r => r.Id == s.RevisionId).ContentJson,
            })
            .ToListAsync(ct);
        var ids = found.Select(f => f.Id).ToList();
        var channels = (
            await db.Publications.AsNoTracking().Where(c => ids.Contains(c.SubmissionId)).OrderBy(c => c.At).ToListAsync(ct)
        ).ToLookup(c => c.SubmissionId, c => new PublicationView(c.Channel, c.Place, c.At, c.StaffName) { DownAt = c.DownAt });
        return (
            [
                .. found.Select(f =>
                {
                    var content = ItemContent.FromJson(f.Json);
                    var hidden = f.Secret;
                    return new PublishedRow(
                        f.Id,
                        f.CatalogueIndex ?? "",
                        f.Number ?? "",
                        hidden ? PublishedRow.Hidden : content.Title,
                        hidden ? "" : content.Summary,
                        f.Unit,
                        f.Section,
                        content.FormedOn,
                        f.EndedAt!.Value,
                        hidden ? [] : [.. channels[f.Id]],
                        open.Contains(f.Id),
                        f.CountyChoice == CountyChoice.IntranetOnly || channels[f.Id].All(c => c.Channel == Channel.Intranet)
                    )
                    {
                        TakenDownAt = f.TakenDownAt,
                        Amendment = f.Amendment,
                        AmendedBy = f.AmendedBy,
                    };
                }),
            ],
            total
        );
    }

    private static async Task<List<DeskTickView>> TicksAsync(DisclosureDb db, int id, CancellationToken ct)
    {
        var revision = await db.Submissions.Where(s => s.Id == id).Select(s => s.RevisionId).FirstAsync(ct);
        return await db
            .DeskReceipts.AsNoTracking()
            .Where(r => r.SubmissionId == id && r.RevisionId == revision)
            .Select(r => new DeskTickView(r.Tick, r.StaffName, r.At, r.Copies, r.Pages, r.PrintNumber))
            .ToListAsync(ct);
    }

    private static async Task<List<DeskPrintView>> PrintsAsync(DisclosureDb db, int id, string present, CancellationToken ct) =>
        (await DeskForms.OfAsync(db, id, ct)).ConvertAll(p => new DeskPrintView(
            p.Number,
            p.StaffName,
            p.At,
            p.Fingerprint,
            DeskForms.Refusal(p, present)
        ));

    private static async Task<List<PublicationView>> ChannelsAsync(DisclosureDb db, int id, CancellationToken ct) =>
        await db
            .Publications.AsNoTracking()
            .Where(p => p.SubmissionId == id)
            .OrderBy(p => p.At)
            .Select(p => new PublicationView(p.Channel, p.Place, p.At, p.StaffName) { DownAt = p.DownAt })
            .ToListAsync(ct);

    private static async Task<List<FailureView>> FailuresAsync(DisclosureDb db, int id, CancellationToken ct) =>
        await db
            .ChannelFailures.AsNoTracking()
            .Where(f => f.SubmissionId == id)
            .OrderBy(f => f.Id)
            .Select(f => new FailureView(f.Channel, f.Reason, f.StaffName, f.At))
            .ToListAsync(ct);

    // Whoever heads the platform reads the pair as far as it has come to the platform; before that only that it exists.
    private static async Task<PairView?> PairAsync(DisclosureDb db, Submission item, CancellationToken ct)
    {
        if (await PublishingRules.PairOfAsync(db, item, ct) is not { } pair)
        {
            return null;
        }
        var (atPlatform, published) = (pair.AtPlatform, pair.State == ItemState.Published);
        return new PairView(
            pair.Id,
            atPlatform || published ? pair.Title : "",
            pair.Number ?? "",
            pair.Version,
            atPlatform,
            published,
            PublishingRules.PairInTheWay(item, pair)
        );
    }
}
