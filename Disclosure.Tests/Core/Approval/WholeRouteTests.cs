using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Approval;

public sealed class WholeRouteTests
{
    [Theory]
    [InlineData(RouteCodes.City, "昌统发审〔2026〕1号")]
    [InlineData(RouteCodes.County, "昌统县审〔2026〕卡若1号")]
    public async Task Item_PassesEveryStepInOrder_AndIsPublished(string route, string number)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(route, "nowhere");
        var item = await given.SubmissionAsync(id);
        Assert.Equal((ItemState.Published, number, "2026-00001"), (item.State, item.Number, item.CatalogueIndex));
        string[] steps =
            route == RouteCodes.City
                ? ["edit", "section", "office", "deputy", "platform"]
                : ["edit", "county-chief", "receipt", "section", "office", "deputy", "platform"];
        Assert.Equal(steps, (await given.SignaturesAsync(id)).Select(s => s.Step));
    }
}
