using Disclosure.Core.Bureau;
using Disclosure.Core.Reminders;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Reminders;

public sealed class ReminderTests
{
    [Fact]
    public async Task APerson_IsToldOnceOfOneThing_AndSaysThatItWasSeen()
    {
        await using var given = await Given.BureauAsync();
        var service = Service(
            given,
            new DueReminder(
                "duty/1/30",
                "统计公报还有 30 天到期。",
                "/duties",
                [given.By("office.1").StaffId, given.By("director").StaffId]
            )
        );

        Assert.Equal(2, Given.Must(await service.RaiseDueAsync(given.Now)));
        Assert.Equal(0, Given.Must(await service.RaiseDueAsync(given.Now)));

        var (rows, total) = await service.PageAsync(0, given.By("office.1"), given.Now);
        Assert.Equal(1, total);
        Assert.Equal(("统计公报还有 30 天到期。", "/duties", false), (rows[0].Text, rows[0].Link, rows[0].Seen));
        Given.Must(await service.SeeAsync(rows[0].Id, given.By("office.1"), given.Now));
        Assert.Equal(0, await service.CountAsync(given.By("office.1"), given.Now));
        Assert.Equal(1, await service.CountAsync(given.By("director"), given.Now));
    }

    [Fact]
    public async Task NobodyClearsAnothersReminder()
    {
        await using var given = await Given.BureauAsync();
        var service = Service(given, new DueReminder("duty/1/30", "统计公报还有 30 天到期。", "/duties", [given.By("office.1").StaffId]));
        Given.Must(await service.RaiseDueAsync(given.Now));
        var id = (await service.PageAsync(0, given.By("office.1"), given.Now)).Rows[0].Id;

        Given.Must(await service.SeeAsync(id, given.By("director"), given.Now));

        Assert.Equal(1, await service.CountAsync(given.By("office.1"), given.Now));
        Assert.Empty((await service.PageAsync(0, given.By("director"), given.Now)).Rows);
    }

    [Fact]
    public async Task WhatIsSaidOfAnItem_IsHiddenFromWhoeverMayNotReadIt()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        var service = Service(
            given,
            new DueReminder(
                "item/1",
                "稿件今天到期。",
                $"/items/{id}",
                [given.By("gongye.head").StaffId, given.By("nongmu.head").StaffId],
                id
            )
        );
        Given.Must(await service.RaiseDueAsync(given.Now));

        Assert.Equal(1, await service.CountAsync(given.By("gongye.head"), given.Now));
        Assert.Equal(0, await service.CountAsync(given.By("nongmu.head"), given.Now));
    }

    private static ReminderService Service(Given given, params DueReminder[] due) =>
        new(given.Get<Operations>(), given.Get<WriteGate>(), given.Get<IDbContextFactory<DisclosureDb>>(), [new Stage(due)]);

    private sealed class Stage(IReadOnlyList<DueReminder> due) : IRaisesReminders
    {
        public Task<IReadOnlyList<DueReminder>> DueAsync(DisclosureDb db, DateTime now, CancellationToken ct = default) =>
            Task.FromResult(due);
    }
}
