using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Catalogue;
using Disclosure.Core.Common;
using Disclosure.Core.Printing;
using Disclosure.Core.Publication;
using Disclosure.Core.PublicOpinion;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Demonstration;

/// <summary>Fills an empty store with a bureau, its people and a dozen items; keeps demonstration and real stores apart.</summary>
public sealed class DemonstrationService(
    WriteGate store,
    IDbContextFactory<DisclosureDb> contexts,
    BlobStore blobs,
    DraftService drafts,
    ApprovalService approval,
    PublicationService publication,
    PrintService prints,
    AmendmentService amendments,
    OpinionService opinions,
    OpinionReplyService replies,
    StandingDraftService catalogue,
    DemonstrationPlans plans,
    IPasswordHasher<Staff> hasher
)
{
    private const int CatalogueDaysAgo = 90;

    /// <summary>Fills the store; refuses one that holds anything.</summary>
    public async Task<Outcome<Done>> FillAsync(DateTime now, CancellationToken ct = default)
    {
        var bureau = await store.WriteAsync<Done>(
            async db =>
            {
                if (await db.Units.AnyAsync(ct) || await db.Staff.AnyAsync(ct))
                {
                    return new StoreIsNotEmpty();
                }
                await DemonstrationBureau.FillAsync(db, hasher, BureauTime.Day(now).AddYears(-1));
                return Done.It;
            },
            null,
            ct
        );
        if (bureau.Ok)
        {
            await DemonstrationCatalogue.EnforceAsync(catalogue, await OfficeAsync(ct), now.AddDays(-CatalogueDaysAgo));
            var items = new DemonstrationItems(contexts, blobs, drafts, approval, publication, prints, await MattersAsync(ct), now);
            await items.WalkAsync();
            await items.WalkAfterAsync(amendments);
            await new DemonstrationOpinions(contexts, opinions, replies, items, now).FillAsync();
            await plans.FillAsync(now);
        }
        return bureau;
    }

    /// <summary>Refuses to serve a demonstration store as the real one, or the other way round; an empty store fits both.</summary>
    public async Task<Outcome<Done>> CheckKindAsync(bool demonstration, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var marked = (await BureauProfile.ReadAsync(db, ct)).Demonstration;
        var empty = !await db.Staff.AnyAsync(ct);
        return empty || marked == demonstration ? Done.It : new WrongKindOfStore(marked);
    }

    private async Task<Actor> OfficeAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var person = await db.Staff.FirstAsync(s => s.SignInName == "gongkaiban.1", ct);
        return new Actor(person.Id, person.Name, "演示");
    }

    private async Task<IReadOnlyList<StandingRow>> MattersAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return (await db.StandingVersions.AsNoTracking().FirstAsync(ct)).Rows;
    }
}
