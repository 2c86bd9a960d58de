using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Demonstration;

/// <summary>An account shown on the sign-in page of a demonstration.</summary>
public sealed record DemonstrationAccount(string SignInName, string Post, string Unit, string Duties);

/// <summary>Accounts of a demonstration; nothing at all for a real store.</summary>
public sealed class DemonstrationAccounts(IDbContextFactory<DisclosureDb> contexts)
{
    /// <summary>
    /// The one password of every demonstration account. A demonstration store is never served as the real one, so it opens nothing else.
    /// </summary>
    public const string Password = "changdu-demo";

    /// <summary>All accounts in the order of the procedure; empty unless the store is a demonstration.</summary>
    public async Task<IReadOnlyList<DemonstrationAccount>> AllAsync(CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!(await BureauProfile.ReadAsync(db, ct)).Demonstration)
        {
            return [];
        }
        var duties = (await db.DutyAssignments.AsNoTracking().ToListAsync(ct)).ToLookup(d => d.StaffId, d => d.Duty);
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, ct);
        var staff = await db.Staff.AsNoTracking().OrderBy(s => s.Id).ToListAsync(ct);
        return
        [
            .. staff.Select(s => new DemonstrationAccount(
                s.SignInName,
                s.Name,
                units[s.UnitId].Name,
                string.Join("、", duties[s.Id].Select(d => d.Name()))
            )),
        ];
    }
}

/// <summary>The store is the wrong kind for the way the program was started.</summary>
public sealed record WrongKindOfStore(bool StoreIsDemonstration)
    : Problem(
        StoreIsDemonstration
            ? "数据文件夹中是演示库，不能作为正式系统启动；请更换数据文件夹，或用 --demonstration 启动演示。"
            : "数据文件夹中是正式库，不能用演示方式启动；请为演示另设数据文件夹。"
    );

/// <summary>The store already holds something.</summary>
public sealed record StoreIsNotEmpty() : Problem("数据库中已有单位或人员，演示数据只能写入空库。");
