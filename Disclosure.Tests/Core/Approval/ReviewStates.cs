using Disclosure.Core.Approval;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Approval;

/// <summary>
/// The state of an item at a step with a decision in whose way nothing stands, for tests that ask the law one line at a time.
/// </summary>
internal static class ReviewStates
{
    /// <summary>An item of the bureau at that step, without evidence, and a move with everything filled in.</summary>
    public static async Task<(ReviewState State, Command Command)> AtAsync(
        string step,
        MoveKind kind = MoveKind.Approve,
        string route = RouteCodes.City
    )
    {
        await using var given = await Given.BureauAsync();
        var file = await given.CaseAsync(await given.ItemAsync(route, step));
        return (
            file.ReviewFor(0) with
            {
                Evidence = null,
            },
            given.Whole(kind, step, file.Item.Version) with
            {
                PasswordConfirmed = true,
                Text = "说明",
                FingerprintHolds = true,
                ReceiptsComplete = true,
            }
        );
    }
}
