using Disclosure.Core.Approval;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Deadlines;

public sealed class StepDueTests
{
    [Fact]
    public async Task Step_HasItsWorkingDays_AndTheOverdueStandFirst()
    {
        await using var given = await Given.BureauAsync();
        var late = await given.ItemAsync(RouteCodes.City, "office");
        Assert.Equal(new DateOnly(2026, 11, 4), (await given.SubmissionAsync(late)).StepDue);
        given.WaitUntil(new DateTime(2026, 11, 6, 9, 0, 0));
        var friday = await given.ItemAsync(RouteCodes.City, "office");
        Assert.Equal(new DateOnly(2026, 11, 10), (await given.SubmissionAsync(friday)).StepDue);
        var inbox = given.Get<InboxQueries>();
        Assert.Equal((2, 1), await inbox.CountAsync(given.By("office.1"), given.Now) is var c ? (c.Waiting, c.Overdue) : default);
        Assert.Equal(
            [late, friday],
            (await inbox.PageAsync(Worklist.Waiting, "", 0, given.By("office.1"), given.Now)).Rows.Select(r => r.Id)
        );
    }

    [Fact]
    public async Task Step_HasNoDate_WhereTheCalendarEnds()
    {
        await using var given = await Given.BureauAsync();
        given.WaitUntil(new DateTime(2026, 12, 31, 9, 0, 0));
        var id = await given.ItemAsync(RouteCodes.City, "office");
        Assert.Null((await given.SubmissionAsync(id)).StepDue);
    }
}
