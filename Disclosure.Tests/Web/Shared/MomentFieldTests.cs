using Bunit;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Shared.Fields;

namespace Disclosure.Tests.Web.Shared;

/// <summary>A moment and a time of day are taken as the browser's script sends them: with seconds that nobody typed.</summary>
public sealed class MomentFieldTests
{
    [Theory]
    [InlineData("2026-11-02T08:05")]
    [InlineData("2026-11-02T08:05:00")]
    public async Task AMoment_IsTakenWithSecondsAndWithout(string sent)
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new Screen(given, "karuo.editor");
        DateTime? taken = null;
        var field = screen.Render<MomentInput>(p =>
            p.Add(x => x.Id, "at").Add(x => x.Name, "at").Add(x => x.Label, "时间").Add(x => x.ValueChanged, at => taken = at)
        );
        field.Find("#at").Change(sent);
        Assert.Equal(new DateTime(2026, 11, 2, 8, 5, 0), taken);
    }

    [Theory]
    [InlineData("08:05")]
    [InlineData("08:05:00")]
    public async Task ATimeOfDay_IsTakenWithSecondsAndWithout(string sent)
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new Screen(given, "karuo.editor");
        TimeOnly? taken = null;
        var field = screen.Render<TimeInput>(p =>
            p.Add(x => x.Id, "at").Add(x => x.Name, "at").Add(x => x.Label, "时间").Add(x => x.ValueChanged, at => taken = at)
        );
        field.Find("#at").Change(sent);
        Assert.Equal(new TimeOnly(8, 5), taken);
    }
}
