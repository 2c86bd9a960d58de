using System.Data.Common;
using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Disclosure.Tests.Core.Audit;

/// <summary>People go on working while the verifier reads, and what they do meanwhile is no tampering.</summary>
[Slow]
public sealed class VerifiedMomentTests
{
    [Theory]
    [InlineData("FROM \"Signatures\"", "section", MoveKind.Approve)]
    [InlineData("FROM \"Revisions\"", "edit", MoveKind.Send)]
    [InlineData("FROM \"Blobs\"", "office", MoveKind.Stop)]
    [InlineData("FROM \"BlobChunks\"", "office", MoveKind.Stop)]
    public async Task WhatIsDoneBetweenTwoReads_IsNoFault(string read, string step, MoveKind kind)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, step);
        var meanwhile = new Meanwhile(
            given.Options,
            read,
            async () => Given.Must(await given.DoAsync(id, Given.HolderOf(RouteCodes.City, step), kind))
        );

        var report = await new AuditVerifier(meanwhile, given.Get<AuditAnchor>(), given.Get<IEnumerable<IVerifiesFacts>>()).VerifyAsync();

        Assert.True(meanwhile.Done);
        Assert.Empty(report.Faults);
    }

    // Contexts as the program has them, and something that happens just before the first reading of a table.
    private sealed class Meanwhile(StoreOptions options, string read, Func<Task> act)
        : DbCommandInterceptor,
            IDbContextFactory<DisclosureDb>
    {
        public bool Done { get; private set; }

        public DisclosureDb CreateDbContext() =>
            new(
                new DbContextOptionsBuilder<DisclosureDb>()
                    .UseSqlite(ConnectionSettings.ConnectionString(options))
                    .AddInterceptors(new ConnectionSettings(options), this)
                    .Options
            );

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            if (!Done && command.CommandText.Contains(read, StringComparison.Ordinal))
            {
                Done = true;
                await act();
            }
            return result;
        }
    }
}
