using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;

namespace Disclosure.Core.Publication;

/// <content>What comes in at the desk before anything is published.</content>
public sealed partial class PublicationService
{
    /// <summary>Ticks one of the three, or takes the tick back.</summary>
    public async Task<Outcome<Done>> TickAsync(int id, DeskEntry entry, Actor by, DateTime now, CancellationToken ct = default)
    {
        var outcome = await operations.WriteAsync<Done>(
            by,
            now,
            async op =>
            {
                var opened = await AtPlatformAsync(op, id, ct);
                return opened.Ok ? await TickAsync(op, opened.Value, entry, ct) : opened.Problem!;
            },
            null,
            ct
        );
        if (outcome.Ok)
        {
            await approval.AfterwardsAsync(id, false, ct);
        }
        return outcome;
    }

    private static async Task<Outcome<Done>> TickAsync(Operation op, CaseFile file, DeskEntry entry, CancellationToken ct)
    {
        var (db, by, now) = (op.Db, op.By, op.Now);
        var (id, tick, received) = (file.Item.Id, entry.Tick, entry.Received);
        if (tick == DeskTick.Paper && received && entry is not { Copies: >= 1 and <= 999, Pages: >= 1 and <= 99999 })
        {
            return new DeliveryIncomplete("请填写收到纸质文稿的份数和页数（正整数）。");
        }
        // Whoever ticks has acted: the one before can no longer take the item back.
        file.Item.Open(now);
        var revision = file.Item.RevisionId!.Value;
        var present = await db.DeskReceipts.FindAsync([id, revision, tick], ct);
        if (received == present is not null)
        {
            return Done.It;
        }
        if (tick == DeskTick.Form)
        {
            var prints = await DeskForms.OfAsync(db, id, ct);
            if (received && DeskForms.Refusal(entry.Print, prints, file.Revision!.Fingerprint) is { } refusal)
            {
                return refusal;
            }
            if (prints.Find(p => p.Number == (received ? entry.Print : present!.PrintNumber)) is { } print)
            {
                await DeskForms.PutAsync(op, print, received, present?.At);
            }
        }
        if (present is not null)
        {
            db.DeskReceipts.Remove(present);
        }
        else
        {
            db.DeskReceipts.Add(Receipt(id, revision, entry, by, now));
        }
        var which = tick == DeskTick.Form && (received ? entry.Print : present?.PrintNumber) is { } n ? $"（第{n}次打印）" : "";
        await AuditTrail.AppendAsync(
            db,
            new AuditFact(by, "desk.tick", $"{(received ? "收到" : "取消收到")}{tick.Name()}{which}", now)
            {
                SubmissionId = id,
                Duty = Duty.PlatformHead.Name(),
                Fingerprint = file.Revision!.Fingerprint,
            }
        );
        return Done.It;
    }

    private static DeskReceipt Receipt(int id, int revision, DeskEntry entry, Actor by, DateTime now) =>
        new()
        {
            SubmissionId = id,
            RevisionId = revision,
            Tick = entry.Tick,
            StaffId = by.StaffId,
            StaffName = by.Name,
            At = now,
            Copies = entry.Tick == DeskTick.Paper ? entry.Copies : null,
            Pages = entry.Tick == DeskTick.Paper ? entry.Pages : null,
            PrintNumber = entry.Tick == DeskTick.Form ? entry.Print : null,
        };
}
