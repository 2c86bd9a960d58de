using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Catalogue;

/// <summary>
/// The office edits the next version of the standing catalogue and puts it in force (C4). Every call but the first names the state it saw.
/// </summary>
public sealed class StandingDraftService(Operations operations)
{
    /// <summary>Edits that can be undone; older states are dropped.</summary>
    public const int MostSteps = 60;

    private const string CounterSeries = "standing";
    private const string DraftSeries = "standing-draft";

    /// <summary>Begins a draft from the newest version; answers the state to name next.</summary>
    public Task<Outcome<int>> BeginAsync(Guid commandId, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.WriteAsync<int>(
            by,
            now,
            async op =>
            {
                var db = op.Db;
                var grants = op.Grants;
                if (Refusal(grants) is { } refusal)
                {
                    return refusal;
                }
                if (await db.StandingDraftSteps.AnyAsync(ct))
                {
                    return new StandingDraftExists();
                }
                var last = await db.StandingVersions.AsNoTracking().OrderByDescending(v => v.Number).FirstOrDefaultAsync(ct);
                var state = await AddAsync(db, last?.Rows ?? [], last is null ? "新建目录" : $"从第{last.Number}版开始修订", by, now);
                await WriteDownAsync(db, "catalogue.draft", "开始修订主动公开基本目录", grants, by, now);
                return state;
            },
            commandId,
            ct
        );

    /// <summary>Adds a matter at the end of its heading (key 0) or changes the one with its key.</summary>
    public Task<Outcome<int>> SaveAsync(int seen, StandingRow row, Actor by, DateTime now, CancellationToken ct = default) =>
        EditAsync(seen, by, now, async (db, rows) => StandingEdit.Save(rows, row, await SectionsAsync(db, ct)), ct);

    /// <summary>Moves a matter one place up or down within its heading; at the heading's end the whole heading moves.</summary>
    /// <param name="up">True towards the beginning.</param>
    public Task<Outcome<int>> MoveAsync(int seen, int entryId, bool up, Actor by, DateTime now, CancellationToken ct = default) =>
        EditAsync(seen, by, now, (_, rows) => Task.FromResult(StandingEdit.Move(rows, entryId, up)), ct);

    /// <summary>Removes a matter.</summary>
    public Task<Outcome<int>> RemoveAsync(int seen, int entryId, Actor by, DateTime now, CancellationToken ct = default) =>
        EditAsync(seen, by, now, (_, rows) => Task.FromResult(StandingEdit.Remove(rows, entryId)), ct);

    /// <summary>Adds rows copied from a spreadsheet; all of them or none. A matter that is there already takes what was pasted.</summary>
    public Task<Outcome<int>> PasteAsync(int seen, string text, Actor by, DateTime now, CancellationToken ct = default) =>
        EditAsync(seen, by, now, async (db, rows) => StandingEdit.Paste(rows, text, await SectionsAsync(db, ct)), ct);

    /// <summary>Takes the last edit back; answers the state to name next.</summary>
    public Task<Outcome<int>> UndoAsync(int seen, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.WriteAsync<int>(
            by,
            now,
            async op =>
            {
                var db = op.Db;
                var opened = await OpenAsync(op, seen, ct);
                if (!opened.Ok)
                {
                    return opened.Problem!;
                }
                var before = await db.StandingDraftSteps.Where(s => s.Number < seen).MaxAsync(s => (int?)s.Number, ct);
                if (before is null)
                {
                    return new NothingToUndo();
                }
                db.StandingDraftSteps.Remove(opened.Value.Step);
                await WriteDownAsync(db, "catalogue.undo", $"撤销：{opened.Value.Step.Done}", opened.Value.Grants, by, now);
                return before.Value;
            },
            null,
            ct
        );

    /// <summary>Gives the draft up.</summary>
    public Task<Outcome<Done>> DiscardAsync(int seen, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.WriteAsync<Done>(
            by,
            now,
            async op =>
            {
                var db = op.Db;
                var opened = await OpenAsync(op, seen, ct);
                if (!opened.Ok)
                {
                    return opened.Problem!;
                }
                await db.StandingDraftSteps.ExecuteDeleteAsync(ct);
                await WriteDownAsync(db, "catalogue.discard", "放弃主动公开基本目录的修订稿", opened.Value.Grants, by, now);
                return Done.It;
            },
            null,
            ct
        );

    /// <summary>Puts the draft in force as the next version; answers its number. New matters get their key for good.</summary>
    /// <param name="effectiveOn">First day; not before the last version's.</param>
    public Task<Outcome<int>> EnforceAsync(
        int seen,
        DateOnly effectiveOn,
        string reason,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) =>
        operations.WriteAsync<int>(
            by,
            now,
            async op =>
            {
                var db = op.Db;
                var opened = await OpenAsync(op, seen, ct);
                if (!opened.Ok)
                {
                    return opened.Problem!;
                }
                var (rows, last) = (
                    opened.Value.Step.Rows,
                    await db.StandingVersions.AsNoTracking().OrderByDescending(v => v.Number).FirstOrDefaultAsync(ct)
                );
                if (StandingEnforcing.Refusal(rows, last, effectiveOn, reason.Trim(), BureauTime.Day(now)) is { } refusal)
                {
                    return refusal;
                }
                var version = new StandingVersion
                {
                    Number = (last?.Number ?? 0) + 1,
                    EffectiveOn = effectiveOn,
                    Reason = reason.Trim(),
                    RowsJson = StandingRows.ToJson(await KeyedAsync(db, rows)),
                    StaffId = by.StaffId,
                    StaffName = opened.Value.Grants.Name,
                    At = now,
                };
                db.StandingVersions.Add(version);
                await db.StandingDraftSteps.ExecuteDeleteAsync(ct);
                await WriteDownAsync(db, "catalogue.version", StandingEnforcing.Words(version, last), opened.Value.Grants, by, now);
                return version.Number;
            },
            commandId,
            ct
        );

    private Task<Outcome<int>> EditAsync(
        int seen,
        Actor by,
        DateTime now,
        Func<DisclosureDb, IReadOnlyList<StandingRow>, Task<Outcome<StandingEdit>>> edit,
        CancellationToken ct
    ) =>
        operations.WriteAsync<int>(
            by,
            now,
            async op =>
            {
                var db = op.Db;
                var opened = await OpenAsync(op, seen, ct);
                if (!opened.Ok)
                {
                    return opened.Problem!;
                }
                var edited = await edit(db, opened.Value.Step.Rows);
                if (!edited.Ok)
                {
                    return edited.Problem!;
                }
                if (edited.Value.Rows.Count > StandingRules.MostRows)
                {
                    return new TooManyMatters();
                }
                var state = await AddAsync(db, StandingRows.Grouped(edited.Value.Rows), edited.Value.Done, by, now);
                await db.StandingDraftSteps.Where(s => s.Number <= state - MostSteps).ExecuteDeleteAsync(ct);
                await WriteDownAsync(db, "catalogue.edit", $"修订稿：{edited.Value.Done}", opened.Value.Grants, by, now);
                return state;
            },
            null,
            ct
        );

    private static async Task<IReadOnlyList<StandingRow>> KeyedAsync(DisclosureDb db, IReadOnlyList<StandingRow> rows)
    {
        var keyed = new List<StandingRow>();
        foreach (var row in StandingRows.Grouped(rows))
        {
            keyed.Add(row.EntryId > 0 ? row : row with { EntryId = await NumberCounter.NextAsync(db, CounterSeries, 0) });
        }
        return keyed;
    }

    // States are counted on through all drafts, so that an old page never takes a new state for the one it saw.
    private static async Task<int> AddAsync(DisclosureDb db, IReadOnlyList<StandingRow> rows, string done, Actor by, DateTime now)
    {
        var number = await NumberCounter.NextAsync(db, DraftSeries, 0);
        db.StandingDraftSteps.Add(
            new StandingDraftStep
            {
                Number = number,
                RowsJson = StandingRows.ToJson(rows),
                Done = done,
                StaffId = by.StaffId,
                StaffName = by.Name,
                At = now,
            }
        );
        return number;
    }

    private static async Task<IReadOnlyList<(int Id, string Name, string Short)>> SectionsAsync(DisclosureDb db, CancellationToken ct) =>
        [
            .. (
                await db
                    .Units.AsNoTracking()
                    .Where(u => u.Active && u.Kind != UnitKind.County && u.Kind != UnitKind.Leadership)
                    .ToListAsync(ct)
            ).Select(u => (u.Id, u.Name, u.ShortName)),
        ];

    private static Problem? Refusal(Grants grants) =>
        grants.UnitId == 0 ? new NotFound()
        : grants.Has(Duty.DisclosureOffice) ? null
        : new OnlyTheOfficeEdits();

    private static async Task<Outcome<Opened>> OpenAsync(Operation op, int seen, CancellationToken ct)
    {
        var (db, grants) = op;
        if (Refusal(grants) is { } refusal)
        {
            return refusal;
        }
        var step = await db.StandingDraftSteps.OrderByDescending(s => s.Number).FirstOrDefaultAsync(ct);
        return step is null ? new NoStandingDraft()
            : step.Number != seen ? new StandingDraftChanged()
            : new Opened(step, grants);
    }

    private static Task WriteDownAsync(DisclosureDb db, string action, string detail, Grants grants, Actor by, DateTime now)
    {
        var under = grants.Find(Duty.DisclosureOffice, null)!;
        return AuditTrail.AppendAsync(
            db,
            new AuditFact(by, action, detail, now) { Duty = under.Duty.Name(), ActingFor = under.ActingForName ?? "" }
        );
    }

    private sealed record Opened(StandingDraftStep Step, Grants Grants);
}
