using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

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
}
