using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Bureau;

/// <summary>
/// A password is reset by two hands: a system or security administrator asks, another one releases and alone is shown the new password.
/// Nothing changes for the person before the release.
/// </summary>
public sealed class PasswordResetService(Operations operations, IPasswordHasher<Staff> hasher)
{
    /// <summary>Asks for a reset; answers the key of the request.</summary>
    public Task<Outcome<int>> AskAsync(int staffId, Guid commandId, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.ByEitherAsync<int>(
            by,
            now,
            commandId,
            async (db, office) =>
            {
                var found = await StaffService.OtherAsync(db, staffId, by, ct);
                if (!found.Ok)
                {
                    return found.Problem!;
                }
                var earlier = await db
                    .PasswordResets.Where(r => r.StaffId == staffId && r.ReleasedAt == null && r.WithdrawnAt == null)
                    .ToListAsync(ct);
                if (earlier.Find(r => r.IsOpen(now)) is { } open)
                {
                    return new ResetAskedAlready(open.AskedByName);
                }
                if (!await AnyOtherAsync(db, [staffId, by.StaffId], BureauTime.Day(now), ct))
                {
                    return new NobodyToRelease();
                }
                var asked = new PasswordReset
                {
                    StaffId = staffId,
                    AskedById = by.StaffId,
                    AskedByName = by.Name,
                    AskedAt = now,
                };
                db.PasswordResets.Add(asked);
                await db.SaveChangesAsync(ct);
                await Administration.NoteAsync(
                    db,
                    by,
                    office,
                    "staff.reset-ask",
                    $"申请重置{StaffService.Who(found.Value)}的密码，待另一名管理员放行",
                    now
                );
                return asked.Id;
            },
            ct
        );

    /// <summary>
    /// Releases a request of another administrator: the new password is made now, answered once, and must be changed at the next sign-in.
    /// </summary>
    public async Task<Outcome<FirstPassword>> ReleaseAsync(
        int requestId,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        var password = Passwords.Invent();
        // The hash does not depend on whose it is, so that it can be made outside the gate, before anything is read.
        var hash = hasher.HashPassword(
            new Staff
            {
                SignInName = "",
                Name = "",
                UnitId = 0,
            },
            password
        );
        var ran = false;
        var released = await operations.ByEitherAsync<int>(
            by,
            now,
            commandId,
            async (db, office) =>
            {
                if (await db.PasswordResets.FirstOrDefaultAsync(r => r.Id == requestId, ct) is not { } request)
                {
                    return new NotFound();
                }
                var person = await db.Staff.FirstAsync(s => s.Id == request.StaffId, ct);
                if (ReleaseRefusal(request.StaffId, request.AskedById, request.IsOpen(now), by.StaffId) is { } refusal)
                {
                    return refusal;
                }
                if (!person.Active)
                {
                    return new StaffIsClosed(person.Name);
                }
                ran = true;
                request.Release(by.StaffId, by.Name, now);
                person.ResetPassword(hash, now);
                var detail =
                    $"放行并重置{StaffService.Who(person)}的密码，申请人“{request.AskedByName}”（{BureauTime.Show(request.AskedAt)}）";
                await Administration.NoteAsync(db, by, office, "staff.password", detail, now);
                return person.Id;
            },
            ct
        );
        return StaffService.Shown(released, ran, password);
    }

    /// <summary>Takes a request back, one's own or another administrator's.</summary>
    public Task<Outcome<Done>> WithdrawAsync(int requestId, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.ByEitherAsync<Done>(
            by,
            now,
            null,
            async (db, office) =>
            {
                if (await db.PasswordResets.FirstOrDefaultAsync(r => r.Id == requestId, ct) is not { } request)
                {
                    return new NotFound();
                }
                if (!request.IsOpen(now))
                {
                    return new ResetIsOver();
                }
                var person = await db.Staff.FirstAsync(s => s.Id == request.StaffId, ct);
                request.Withdraw(by.Name, now);
                var detail = $"撤回重置{StaffService.Who(person)}密码的申请，申请人“{request.AskedByName}”";
                return await Administration.NoteAsync(db, by, office, "staff.reset-withdraw", detail, now);
            },
            ct
        );

    /// <summary>Why this administrator may not release the request, or null; the page asks the same.</summary>
    public static Problem? ReleaseRefusal(int staffId, int? askedById, bool open, int byId) =>
        open switch
        {
            false => new ResetIsOver(),
            _ when askedById == byId => new ResetOfOwnAsking(),
            _ when staffId == byId => new ResetOfOwnPassword(),
            _ => null,
        };

    private static Task<bool> AnyOtherAsync(DisclosureDb db, int[] without, DateOnly day, CancellationToken ct)
    {
        var staff = db.Staff;
        return db.DutyAssignments.AnyAsync(
            a =>
                (a.Duty == Duty.SystemAdmin || a.Duty == Duty.SecurityAdmin)
                && a.From <= day
                && (a.Until == null || a.Until >= day)
                && !without.Contains(a.StaffId)
                && staff.Any(s => s.Id == a.StaffId && s.Active && !s.MustChangePassword),
            ct
        );
    }
}
