using Bunit;
using Disclosure.Core.Reminders;
using Disclosure.Core.Store;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Reminders;

namespace Disclosure.Tests.Web.Reminders;

public sealed class RemindersPageTests
{
    [Fact]
    public async Task NothingRaised_SaysWhatWouldComeHere()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new Screen(given, "office.1");

        Assert.Contains("没有提醒", Screen.Words(screen.Render<RemindersPage>()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MarkedAsSeen_StaysAsARecord()
    {
        await using var given = await Given.BureauAsync();
        Given.Must(
            await given
                .Get<WriteGate>()
                .WriteAsync<int>(db =>
                {
                    db.Reminders.Add(
                        new Reminder
                        {
                            StaffId = given.By("office.1").StaffId,
                            Key = "k",
                            Text = "年鉴还有 10 天到期。",
                            Link = "/duties",
                            RaisedAt = given.Now,
                        }
                    );
                    return Task.FromResult<Disclosure.Core.Common.Outcome<int>>(1);
                })
        );
        await using var screen = new Screen(given, "office.1");
        var page = screen.Render<RemindersPage>();

        await page.Find(".told button").ClickAsync();

        Assert.Contains("年鉴还有 10 天到期。", Screen.Words(page), StringComparison.Ordinal);
        Assert.Contains("已看", Screen.Words(page), StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".told button"));
    }
}
