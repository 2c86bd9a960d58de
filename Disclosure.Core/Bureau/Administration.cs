using System.Runtime.CompilerServices;
using Disclosure.Core.Audit;
using Disclosure.Core.Common;
using Disclosure.Core.Store;

namespace Disclosure.Core.Bureau;

/// <summary>The one way in for the administrators' commands: duty read again, change and audit entry in one transaction.</summary>
internal static class Administration
{
    /// <summary>
    /// Runs the work when the actor holds the office today in their own name; otherwise <see cref="NotThisAdministrator"/>.
    /// </summary>
    internal static Task<Outcome<T>> ByAsync<T>(
        this Operations operations,
        Duty office,
        Actor by,
        DateTime now,
        Guid? commandId,
        Func<DisclosureDb, Task<Outcome<T>>> work,
        CancellationToken ct,
        [CallerMemberName] string member = "",
        [CallerFilePath] string file = ""
    ) =>
        operations.WriteAsync<T>(
            by,
            now,
            async op =>
                op.Grants.All.Any(g => g.Duty == office && g.ActingForId is null) ? await work(op.Db) : new NotThisAdministrator(office),
            commandId,
            ct,
            member,
            file
        );

    /// <summary>
    /// The same for what a system or a security administrator may do, each the other's second hand; the work is told which one acts.
    /// </summary>
    internal static Task<Outcome<T>> ByEitherAsync<T>(
        this Operations operations,
        Actor by,
        DateTime now,
        Guid? commandId,
        Func<DisclosureDb, Duty, Task<Outcome<T>>> work,
        CancellationToken ct,
        [CallerMemberName] string member = "",
        [CallerFilePath] string file = ""
    ) =>
        operations.WriteAsync<T>(
            by,
            now,
            async op =>
                op.Grants.All.FirstOrDefault(g => g.Duty is Duty.SystemAdmin or Duty.SecurityAdmin && g.ActingForId is null) is { } office
                    ? await work(op.Db, office.Duty)
                    : new NotAnAdministrator(),
            commandId,
            ct,
            member,
            file
        );

    /// <summary>Writes the change down and answers done.</summary>
    internal static async Task<Outcome<Done>> NoteAsync(DisclosureDb db, Actor by, Duty office, string action, string detail, DateTime now)
    {
        await AuditTrail.AppendAsync(db, new AuditFact(by, action, detail, now) { Duty = office.Name() });
        return Done.It;
    }
}
