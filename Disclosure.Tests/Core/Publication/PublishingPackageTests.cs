using System.Text.Json;
using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Common;
using Disclosure.Core.Publication;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Core.Files.Reading;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Publication;

/// <summary>发布件: what crosses to the outer network, complete and verifiable there.</summary>
public sealed class PublishingPackageTests
{
    private static readonly byte[] Report = OfficeFiles.Docx("一、工业 <b>&", new[] { "行业", "产值" }, new[] { "采矿业", "52340" });

    [Fact]
    public async Task APackage_HoldsTheVeryBytes_AndEveryHashAgrees()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City);
        var first = await given.ReadAsync(db => db.ItemFiles.Where(f => f.SubmissionId == id).Select(f => f.Id).FirstAsync());
        var body = await given.BringAsync(id, "报告.docx", Report);
        await given.BringAsync(id, "附表.xlsx", OfficeFiles.Xlsx(["甲"], [1]));
        Given.Must(await given.Get<DraftService>().MakeBodyAsync(id, body, given.By("gongye.editor"), given.Now));
        Given.Must(await given.Get<DraftService>().RemoveFileAsync(id, first, given.By("gongye.editor"), given.Now));
        await given.WalkAsync(id, "platform");
        var zip = await TakenAsync(given, id);
        Assert.Equal(Report, zip.Entries["正文/报告.docx"]);
        Assert.Contains("附件/附表.xlsx", zip.Entries.Keys);

        var page = zip.Text("index.html");
        Assert.Contains("<h1>昌都市规模以上工业运行情况</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<p>一、工业 &lt;b&gt;&amp;</p>", page, StringComparison.Ordinal);
        Assert.Contains("<tr><th>行业</th><th>产值</th></tr>\n<tr><td>采矿业</td><td>52340</td></tr>", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Uri.EscapeDataString("附件")}/{Uri.EscapeDataString("附表.xlsx")}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);

        var said = JsonDocument.Parse(zip.Text("metadata.json")).RootElement;
        Assert.Equal(
            ("昌都市规模以上工业运行情况", 64),
            (said.GetProperty("title").GetString(), said.GetProperty("fingerprint").GetString()!.Length)
        );
        Assert.Equal(["外网", "内网"], said.GetProperty("channels").EnumerateArray().Select(c => c.GetString()));
        Assert.Equal("编辑人员", said.GetProperty("signatures")[0].GetProperty("post").GetString());
        Assert.DoesNotContain(given.By("gongye.head").Name, zip.Text("metadata.json"), StringComparison.Ordinal);
        Assert.Contains("sha256sum -c SHA256SUMS", zip.Text("读我.txt"), StringComparison.Ordinal);
        Assert.Equal(1, await given.ReadAsync(db => db.Audit.CountAsync(e => e.Action == "publish.package" && e.SubmissionId == id)));
    }

    [Fact]
    public async Task APackage_IsTakenByTheHeadOfThePlatform_OnceEverybodyHasSigned()
    {
        await using var given = await Given.BureauAsync();
        var early = await given.ItemAsync(RouteCodes.City, "deputy");
        var signed = await given.ItemAsync(RouteCodes.City, "platform");
        var published = await given.ItemAsync(RouteCodes.City, "nowhere");
        var packages = given.Get<PublishingPackage>();
        Assert.IsType<OnlyThePlatform>((await packages.PrepareAsync(signed, given.By("office.1"), given.Now)).Problem);
        Assert.IsType<NotFound>((await packages.PrepareAsync(signed, given.By("jiangda.editor"), given.Now)).Problem);
        Assert.IsType<NotFound>((await packages.PrepareAsync(early, given.By("platform.1"), given.Now)).Problem);
        Assert.Contains("索引号", (await TakenAsync(given, published)).Text("index.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE Revisions SET ContentJson = replace(ContentJson, '工业', '农业')", typeof(FingerprintBroken))]
    [InlineData("DELETE FROM Signatures WHERE Step = 'deputy'", typeof(SignatureMissing))]
    public async Task AStoreChangedBehindTheProgramsBack_GivesNoPackage(string sql, Type problem)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "platform");
        Assert.True(await given.TamperAsync(sql) > 0);
        Assert.IsType(problem, (await given.Get<PublishingPackage>().PrepareAsync(id, given.By("platform.1"), given.Now)).Problem);
        Assert.Equal(0, await given.ReadAsync(db => db.Audit.CountAsync(e => e.Action == "publish.package")));
    }

    [Theory]
    [InlineData("../../报告?.docx", ".._.._报告_.docx")]
    [InlineData("con.txt", "_con.txt")]
    [InlineData("a\u202Etxt.exe", "a_txt.exe")]
    [InlineData("  .docx", "_.docx")]
    public void ANameThatASystemCannotBear_IsMadeSafe(string name, string safe) =>
        Assert.Equal(safe.TrimStart('.'), PackageWriter.Safe(name).TrimStart('.'));

    [Fact]
    public async Task TwoFilesOfOneName_StandBesideEachOther()
    {
        using var made = new MemoryStream();
        await using (var writer = await PackageWriter.BeginAsync(made, new DateTime(2026, 11, 25, 0, 0, 0, DateTimeKind.Utc)))
        {
            Assert.Equal("附件/表.xlsx", await writer.AddAsync("附件/表.xlsx", "一"));
            Assert.Equal("附件/表(2).xlsx", await writer.AddAsync("附件/表.xlsx", "二"));
            Assert.Equal("manifest(2).txt", await writer.AddAsync("manifest.txt", "三"));
            await writer.FinishAsync();
        }
        Assert.Equal("二", new OpenedZip(made.ToArray()).Text("附件/表(2).xlsx"));
    }

    private static async Task<OpenedZip> TakenAsync(Given given, int id)
    {
        using var made = new MemoryStream();
        await given
            .Get<PublishingPackage>()
            .WriteAsync(Given.Must(await given.Get<PublishingPackage>().PrepareAsync(id, given.By("platform.1"), given.Now)), made);
        return new OpenedZip(made.ToArray());
    }
}
