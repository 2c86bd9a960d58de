using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Catalogue;

/// <summary>Sees to it that every publication hangs on a matter of the standing catalogue (C4).</summary>
public sealed class StandingCatalogueService(Operations operations)
{
    /// <summary>Hangs something published on a matter in force; what was signed stays as it is.</summary>
    public Task<Outcome<Done>> HangAsync(int itemId, int entryId, Guid commandId, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.WriteAsync<Done>(
            by,
            now,
            async op =>
            {
                var (db, grants) = op;
                var today = op.Today;
                if (await op.Items.FirstOrDefaultAsync(s => s.Id == itemId && s.State == ItemState.Published, ct) is not { } item)
                {
                    return new NotFound();
                }
                if (grants.Find(Duty.DisclosureOffice, null) is not { } under)
                {
                    return new OnlyTheOfficeEdits();
                }
                if ((await db.StandingVersions.InForceAsync(today, ct))?.Rows.FirstOrDefault(r => r.EntryId == entryId) is not { } row)
                {
                    return new MatterNotInForce();
                }
                item.HangOn(entryId);
                await AuditTrail.AppendAsync(
                    db,
                    new AuditFact(by, "catalogue.hang", $"归入主动公开基本目录事项：{row.Path}", now)
                    {
                        SubmissionId = itemId,
                        Duty = under.Duty.Name(),
                        ActingFor = under.ActingForName ?? "",
                    }
                );
                return Done.It;
            },
            commandId,
            ct
        );
}
