using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Bureau;

/// <summary>A person's own 常用意见 are theirs alone.</summary>
public sealed class OwnOpinionTests
{
    [Fact]
    public async Task ASentence_IsKeptOnceForItsOwner_AndForNobodyElse()
    {
        await using var given = await Given.BureauAsync();
        var service = given.Get<OwnOpinionService>();
        var (head, other) = (given.By("gongye.head"), given.By("nongmu.head"));

        Given.Must(await service.AddAsync(" 数据核实无误，同意。 ", head, given.Now));
        Given.Must(await service.AddAsync("数据核实无误，同意。", head, given.Now));

        var kept = Assert.Single(await service.AllAsync(head, given.Now));
        Assert.Equal("数据核实无误，同意。", kept.Text);
        Assert.Empty(await service.AllAsync(other, given.Now));
        Assert.IsType<NotFound>((await service.DeleteAsync(kept.Id, other, given.Now)).Problem);
        Given.Must(await service.DeleteAsync(kept.Id, head, given.Now));
        Assert.Empty(await service.AllAsync(head, given.Now));
    }

    [Fact]
    public async Task NothingAndTooMuch_AreRefused()
    {
        await using var given = await Given.BureauAsync();
        var service = given.Get<OwnOpinionService>();
        var head = given.By("gongye.head");

        Assert.IsType<OwnOpinionLength>((await service.AddAsync(" ", head, given.Now)).Problem);
        Assert.IsType<OwnOpinionLength>((await service.AddAsync(new string('字', OwnOpinionService.Longest + 1), head, given.Now)).Problem);
        for (var i = 0; i < OwnOpinionService.Most; i++)
        {
            Given.Must(await service.AddAsync($"意见{i}", head, given.Now));
        }
        Assert.IsType<TooManyOwnOpinions>((await service.AddAsync("再一条", head, given.Now)).Problem);
    }
}
