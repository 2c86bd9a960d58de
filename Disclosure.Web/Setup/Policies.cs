using Disclosure.Core.Archive;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Ledgers;
using Disclosure.Core.Obligations;
using Disclosure.Core.Store;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Web.Setup;

/// <summary>Names of the policies; every page and endpoint names one of them.</summary>
public static class Policies
{
    /// <summary>Signed in; the first password may still stand. Only for changing it and for leaving.</summary>
    public const string OwnAccount = nameof(OwnAccount);

    /// <summary>Any open account whose first password was changed.</summary>
    public const string Staff = nameof(Staff);

    /// <summary>Whoever holds a duty of the procedure; administrators do not.</summary>
    public const string Procedure = nameof(Procedure);

    /// <summary>编辑人员.</summary>
    public const string Editor = nameof(Editor);

    /// <summary>发布平台负责人.</summary>
    public const string Platform = nameof(Platform);

    /// <summary>领导小组办公室.</summary>
    public const string Office = nameof(Office);

    /// <summary>Whoever keeps the archive: the office and the head of the platform.</summary>
    public const string Archive = nameof(Archive);

    /// <summary>Whoever sees a line of the monthly ledger.</summary>
    public const string Ledger = nameof(Ledger);

    /// <summary>Whoever sees the publication ledger.</summary>
    public const string PublicationLedger = nameof(PublicationLedger);

    /// <summary>Whoever sees the yearly list of what is withheld.</summary>
    public const string Withheld = nameof(Withheld);

    /// <summary>Whoever sees the figures of all units for the annual report.</summary>
    public const string Figures = nameof(Figures);

    /// <summary>Whoever sees the drawn figures of a year: the office and the leaders.</summary>
    public const string Charts = nameof(Charts);

    /// <summary>Whoever prints, and the system administrator, who sees to it that they can.</summary>
    public const string Printing = nameof(Printing);

    /// <summary>系统管理员 or 安全管理员.</summary>
    public const string Administrator = nameof(Administrator);

    /// <summary>系统管理员.</summary>
    public const string SystemAdmin = nameof(SystemAdmin);

    /// <summary>安全管理员.</summary>
    public const string SecurityAdmin = nameof(SecurityAdmin);

    /// <summary>审计管理员.</summary>
    public const string AuditAdmin = nameof(AuditAdmin);
}

/// <summary>Registers the policies.</summary>
internal static class PolicyRegistration
{
    public static void AddPolicies(this IServiceCollection services)
    {
        services.AddScoped<IAuthorizationHandler, DutyReader>();
        var staff = Policy(_ => true);
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(staff)
            .SetDefaultPolicy(staff)
            .AddPolicy(Policies.OwnAccount, p => p.RequireAuthenticatedUser())
            .AddPolicy(Policies.Staff, staff)
            .AddPolicy(Policies.Procedure, Policy(g => g.All.Any(x => !x.Duty.IsAdministrator())))
            .AddPolicy(Policies.Editor, Policy(g => g.Has(Duty.Editor)))
            .AddPolicy(Policies.Platform, Policy(g => g.Has(Duty.PlatformHead)))
            .AddPolicy(Policies.Office, Policy(g => g.Has(Duty.DisclosureOffice)))
            .AddPolicy(Policies.Archive, Policy(ArchiveRules.MaySee))
            .AddPolicy(Policies.Ledger, Policy(LedgerRights.MaySee))
            .AddPolicy(Policies.PublicationLedger, Policy(LedgerRights.MaySeeAll))
            .AddPolicy(Policies.Withheld, Policy(WithheldQueries.MaySee))
            .AddPolicy(Policies.Figures, Policy(AnnualFigures.MaySee))
            .AddPolicy(Policies.Charts, Policy(OfficeYearQueries.MaySee))
            .AddPolicy(Policies.Printing, Policy(g => g.All.Any(x => !x.Duty.IsAdministrator() || x.Duty == Duty.SystemAdmin)))
            .AddPolicy(Policies.Administrator, Policy(g => g.Has(Duty.SystemAdmin) || g.Has(Duty.SecurityAdmin)))
            .AddPolicy(Policies.SystemAdmin, Policy(g => g.Has(Duty.SystemAdmin)))
            .AddPolicy(Policies.SecurityAdmin, Policy(g => g.Has(Duty.SecurityAdmin)))
            .AddPolicy(Policies.AuditAdmin, Policy(g => g.Has(Duty.AuditAdmin)));
    }

    private static AuthorizationPolicy Policy(Func<Grants, bool> opens) =>
        new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new DutyRequirement(opens)).Build();
}

/// <summary>What a page or endpoint asks of the grants a person holds today.</summary>
internal sealed record DutyRequirement(Func<Grants, bool> Opens) : IAuthorizationRequirement;

/// <summary>Reads the duties from the store each time: a cookie or an open page may be hours old.</summary>
internal sealed class DutyReader(IDbContextFactory<DisclosureDb> contexts, TimeProvider clock) : AuthorizationHandler<DutyRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, DutyRequirement requirement)
    {
        if (CurrentActor.StaffId(context.User) is not { } id)
        {
            return;
        }
        await using var db = await contexts.CreateDbContextAsync();
        var grants = await DutyBook.ReadAsync(db, id, BureauTime.Day(clock.GetUtcNow().UtcDateTime));
        // No unit means no open account, or one whose first password still stands.
        if (grants.UnitId != 0 && requirement.Opens(grants))
        {
            context.Succeed(requirement);
        }
    }
}
