using CsCheck;
using Disclosure.Core.Common;
using Disclosure.Core.Deadlines;

namespace Disclosure.Tests.Core.Deadlines;

public sealed class NaturalClockTests
{
    // Spring Festival, National Day, Tibetan New Year, weekends and the years in which clocks were put forward elsewhere all lie in
    // between.
    private static readonly Gen<NaturalClock> Any =
        from minutes in Gen.Int[0, 60 * 24 * 365 * 12]
        from hours in Gen.OneOf(
            Gen.Const(DueDates.InformationHours),
            Gen.Const(DueDates.PressConferenceHours),
            Gen.Const(DueDates.ResponseHours)
        )
        select new NaturalClock(new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(minutes), hours);

    [Fact]
    public void Clock_RunsThroughEveryNightAndHoliday_OnTheWallAsInTheStore() =>
        Any.Sample(clock =>
        {
            Assert.Equal(TimeSpan.FromHours(clock.Hours), clock.Due - clock.From);
            Assert.Equal(TimeSpan.FromHours(clock.Hours), BureauTime.Local(clock.Due) - BureauTime.Local(clock.From));
            Assert.Equal(TimeSpan.FromHours(clock.Hours / 2.0), clock.Half - clock.From);
            Assert.Equal(TimeSpan.FromHours(1), clock.Due - clock.LastHour);
        });

    [Fact]
    public void Stages_FollowOneAnother_AndNeverTurnBack() =>
        (from clock in Any from a in Gen.Int[0, 60 * 60] from b in Gen.Int[0, 60 * 60] select (clock, a, b)).Sample(x =>
        {
            var (early, late) = (x.clock.From.AddMinutes(Math.Min(x.a, x.b)), x.clock.From.AddMinutes(Math.Max(x.a, x.b)));
            Assert.True(x.clock.StageAt(early) <= x.clock.StageAt(late));
            Assert.Equal(x.clock.Left(late) < TimeSpan.Zero, x.clock.StageAt(late) == NaturalStage.Over);
        });

    [Theory]
    [InlineData(149, NaturalStage.Early, "还剩 2 小时 31 分")]
    [InlineData(150, NaturalStage.Half, "还剩 2 小时 30 分")]
    [InlineData(239, NaturalStage.Half, "还剩 1 小时 1 分")]
    [InlineData(240, NaturalStage.LastHour, "还剩 1 小时 0 分")]
    [InlineData(300, NaturalStage.LastHour, "还剩 不到 1 分")]
    [InlineData(301, NaturalStage.Over, "超时 1 分")]
    [InlineData(545, NaturalStage.Over, "超时 4 小时 5 分")]
    public void FiveHours_AtTheMinute(int minutes, NaturalStage stage, string words)
    {
        // Half past six on the eve of the National Day: eight days off follow, and the clock runs.
        var clock = new NaturalClock(BureauTime.ToUtc(new DateTime(2026, 9, 30, 18, 30, 0)), DueDates.InformationHours);
        Assert.Equal(new DateTime(2026, 9, 30, 23, 30, 0), BureauTime.Local(clock.Due));
        Assert.Equal(stage, clock.StageAt(clock.From.AddMinutes(minutes)));
        Assert.Equal(words, NaturalClock.LeftWords(clock.Left(clock.From.AddMinutes(minutes))));
    }
}
