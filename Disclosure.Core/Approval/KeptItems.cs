using Disclosure.Core.Bureau;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Approval;

/// <summary>Words about an item are kept for whoever may read it, and for nobody once it was stopped and erased.</summary>
public sealed class KeptItems : IKeptItems
{
    /// <inheritdoc/>
    public Task<bool> MayKeepAsync(Operation op, int itemId, CancellationToken ct) =>
        op.Items.AnyAsync(s => s.Id == itemId && s.State != ItemState.Stopped, ct);
}
