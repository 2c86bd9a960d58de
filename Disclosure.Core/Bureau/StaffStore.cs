using System.Globalization;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Bureau;

/// <summary>ASP.NET Core Identity over the staff table; every write passes the gate. Accounts are closed, never deleted.</summary>
public sealed class StaffStore(IDbContextFactory<DisclosureDb> contexts, WriteGate store)
    : IUserPasswordStore<Staff>,
        IUserSecurityStampStore<Staff>
{
    private static readonly IdentityErrorDescriber Errors = new();

    /// <inheritdoc/>
    public Task<IdentityResult> CreateAsync(Staff user, CancellationToken cancellationToken) =>
        WriteAsync(db => db.Add(user), cancellationToken);

    /// <inheritdoc/>
    public Task<IdentityResult> UpdateAsync(Staff user, CancellationToken cancellationToken) =>
        WriteAsync(db => db.Update(user), cancellationToken);

    /// <summary>Always refuses: whoever signed something stays on record.</summary>
    public Task<IdentityResult> DeleteAsync(Staff user, CancellationToken cancellationToken) =>
        Task.FromResult(IdentityResult.Failed(new IdentityError { Code = "Kept", Description = "账号只停用，不删除。" }));

    /// <inheritdoc/>
    public async Task<Staff?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return int.TryParse(userId, CultureInfo.InvariantCulture, out var id)
            ? await db.Staff.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, cancellationToken)
            : null;
    }

    /// <inheritdoc/>
    public async Task<Staff?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Staff.AsNoTracking().FirstOrDefaultAsync(s => s.SignInName == normalizedUserName, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<string> GetUserIdAsync(Staff user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Id.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public Task<string?> GetUserNameAsync(Staff user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SignInName);

    /// <inheritdoc/>
    public Task SetUserNameAsync(Staff user, string? userName, CancellationToken cancellationToken)
    {
        user.SignInName = userName ?? throw new ArgumentNullException(nameof(userName));
        return Task.CompletedTask;
    }

    /// <summary>The column compares without case, so the name is its own normal form.</summary>
    public Task<string?> GetNormalizedUserNameAsync(Staff user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.SignInName);

    /// <inheritdoc/>
    public Task SetNormalizedUserNameAsync(Staff user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<string?> GetPasswordHashAsync(Staff user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    /// <inheritdoc/>
    public Task<bool> HasPasswordAsync(Staff user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    /// <inheritdoc/>
    public Task SetPasswordHashAsync(Staff user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<string?> GetSecurityStampAsync(Staff user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.SecurityStamp);

    /// <inheritdoc/>
    public Task SetSecurityStampAsync(Staff user, string stamp, CancellationToken cancellationToken)
    {
        user.SecurityStamp = stamp;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() { }

    private async Task<IdentityResult> WriteAsync(Action<DisclosureDb> change, CancellationToken ct)
    {
        try
        {
            var written = await store.WriteAsync<Done>(
                db =>
                {
                    change(db);
                    return Task.FromResult<Outcome<Done>>(Done.It);
                },
                null,
                ct
            );
            return written.Ok
                ? IdentityResult.Success
                : IdentityResult.Failed(new IdentityError { Code = "Store", Description = written.Problem!.Text });
        }
        catch (DbUpdateException)
        {
            return IdentityResult.Failed(Errors.ConcurrencyFailure());
        }
    }
}
