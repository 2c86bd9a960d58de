using Disclosure.Core.Common;

namespace Disclosure.Tests.Core.Common;

public sealed class BureauTimeTests
{
    [Fact]
    public void Day_TurnsAtSixteenHoursUtc()
    {
        Assert.Equal(new DateOnly(2026, 12, 31), BureauTime.Day(new DateTime(2026, 12, 31, 15, 59, 59, DateTimeKind.Utc)));
        Assert.Equal(new DateOnly(2027, 1, 1), BureauTime.Day(new DateTime(2026, 12, 31, 16, 0, 0, DateTimeKind.Utc)));
        Assert.Equal("2027-01-01 00:00", BureauTime.Show(new DateTime(2026, 12, 31, 16, 0, 0, DateTimeKind.Utc)));
    }

    [Fact]
    public void RefusedOutcome_HasNoValue_AndAValueNoProblem()
    {
        Outcome<int> refused = new NotFound();
        Outcome<int> given = 7;
        Assert.Throws<InvalidOperationException>(() => refused.Value);
        Assert.Equal((7, null, true, false), (given.Value, given.Problem, given.Ok, refused.Ok));
    }
}
