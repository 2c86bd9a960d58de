using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Bureau;

/// <summary>What a person chose last on a screen comes back to that person and to nobody else.</summary>
public sealed class PreferenceTests
{
    [Fact]
    public async Task AChoice_IsKeptForItsPerson_AndReplacedByTheNext()
    {
        await using var given = await Given.BureauAsync();
        var service = given.Get<PreferenceService>();
        Given.Must(await service.ChooseAsync("menu", "work", given.By("karuo.editor"), given.Now));
        Given.Must(await service.ChooseAsync("menu", "tools", given.By("karuo.editor"), given.Now));
        Given.Must(await service.ChooseAsync("list", "50", given.By("karuo.editor"), given.Now));

        Assert.Equal("tools", await service.FindAsync("menu", given.By("karuo.editor"), given.Now));
        Assert.Equal("50", await service.FindAsync("list", given.By("karuo.editor"), given.Now));
        Assert.Null(await service.FindAsync("menu", given.By("karuo.editor2"), given.Now));
    }

    [Theory]
    [InlineData("karuo.editor", PreferenceService.LongestValue, 1)]
    [InlineData("karuo.editor", PreferenceService.LongestValue + 1, 0)]
    [InlineData("closed", 4, 0)]
    public async Task WhatIsTooLong_OrOfAClosedAccount_IsNotRemembered(string who, int length, int rows)
    {
        await using var given = await Given.BureauAsync();
        Given.Must(await given.Get<PreferenceService>().ChooseAsync("menu", new string('a', length), given.By(who), given.Now));

        Assert.Equal(rows, await given.ReadAsync(db => db.Preferences.CountAsync()));
        Assert.Equal(0, await given.ReadAsync(db => db.Audit.CountAsync()));
    }
}
