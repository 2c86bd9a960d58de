using CsCheck;
using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Printing;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Printing;

/// <summary>验真: whether what stands on paper is what the program holds.</summary>
public sealed class PaperCheckTests
{
    [Fact]
    public void ACode_ReadsBack_WhicheverSitePrintedIt()
    {
        var hex = Gen.Char["0123456789abcdef"].Array[64].Select(c => new string(c));
        Gen.Select(
                Gen.Int[1, 999_999_999],
                Gen.Int[1, 99_999],
                hex,
                Gen.Bool.Select(b => b ? "http://10.0.0.5:5080/" : "https://tjj.example.cn/disclosure")
            )
            .Sample(t =>
                PaperCode.Read(new PaperCode(t.Item1, t.Item2, t.Item3).Text(t.Item4)) == new PaperCode(t.Item1, t.Item2, t.Item3)
            );
    }

    [Theory]
    [InlineData("https://example.cn/v/1/2/zz")]
    [InlineData("昌统发审〔2026〕12号")]
    [InlineData("")]
    [InlineData("http://a/v/99999999999/1/0000000000000000000000000000000000000000000000000000000000000000")]
    public void AnythingElse_IsNoCodeOfOurs(string text) => Assert.Null(PaperCode.Read(text));

    [Theory]
    [InlineData("3f2a 9c01 7be4 55d0", "3f2a9c017be455d0")]
    [InlineData("３Ｆ２Ａ－9C01　7be455D0", "3f2a9c017be455d0")]
    [InlineData("3f2a9c017be455d", null)]
    [InlineData("3f2a9c017be455dg", null)]
    public void Digits_AreForgivenTheirBlanksAndWidth(string typed, string? read) => Assert.Equal(read, PaperCode.Digits(typed));

    [Theory]
    [InlineData("昌统发审[2026]12号")]
    [InlineData(" 昌统发审（2026）１２号 ")]
    [InlineData("昌统发审【2026】12 号")]
    public void ANumber_IsForgivenItsBrackets(string typed) => Assert.Equal("昌统发审〔2026〕12号", PaperCode.Number(typed));

    [Fact]
    public async Task APrintOfWhatIsThere_Stands_AndOneOfWhatWas_IsVoid()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        var code = PaperCode.Read((await given.SheetAsync(id, await given.PrintAsync(id))).QrText)!;
        var check = given.Get<PaperCheck>();

        var stands = Given.Must(await check.OfCodeAsync(code, given.By("gongye.head"), given.Now));
        Assert.Equal((PaperVerdict.Stands, 1), (stands.Verdict, stands.Print));

        Given.Must(await given.DoAsync(id, "gongye.head", MoveKind.Return));
        await given.ReplaceBodyAsync(id, "gongye.editor", $"改过的正文 {Guid.NewGuid()}");
        await given.WalkAsync(id, "section");
        await given.PrintAsync(id);

        Assert.Equal(PaperVerdict.Void, Given.Must(await check.OfCodeAsync(code, given.By("gongye.head"), given.Now)).Verdict);
    }

    [Fact]
    public async Task NumberAndDigitsTyped_AreTheSameAsTheCode()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        await given.PrintAsync(id);
        await given.PrintAsync(id);
        var item = (await given.Get<ItemQueries>().FindAsync(id, given.By("office.1"), given.Now))!;
        var check = given.Get<PaperCheck>();

        var good = Given.Must(
            await check.OfTypedAsync(
                item.Number!.Replace('〔', '[').Replace('〕', ']'),
                item.Fingerprint[..16].ToUpperInvariant(),
                given.By("office.1"),
                given.Now
            )
        );
        Assert.Equal((PaperVerdict.Stands, 2), (good.Verdict, good.Print));

        var bad = Given.Must(await check.OfTypedAsync(item.Number!, new string('0', 16), given.By("office.1"), given.Now));
        Assert.Equal((PaperVerdict.Differs, 0), (bad.Verdict, bad.Print));
        Assert.IsType<DigitsWrong>((await check.OfTypedAsync(item.Number!, "12", given.By("office.1"), given.Now)).Problem);
        Assert.IsType<NumberWanted>((await check.OfTypedAsync(" ", "12", given.By("office.1"), given.Now)).Problem);
        Assert.IsType<NotFound>(
            (await check.OfTypedAsync("昌统发审〔2026〕999号", new string('0', 16), given.By("office.1"), given.Now)).Problem
        );
    }

    [Fact]
    public async Task AFingerprintOfAnotherPrint_IsNotTakenForThisOne()
    {
        await using var given = await Given.BureauAsync();
        var (id, other) = (await given.ItemAsync(RouteCodes.City, "office"), await given.ItemAsync(RouteCodes.City, "office"));
        await given.PrintAsync(id);
        var code = PaperCode.Read((await given.SheetAsync(other, await given.PrintAsync(other))).QrText)!;

        Assert.Equal(
            PaperVerdict.Differs,
            Given.Must(await given.Get<PaperCheck>().OfCodeAsync(code with { ItemId = id }, given.By("office.1"), given.Now)).Verdict
        );
    }
}
