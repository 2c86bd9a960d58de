using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Disclosure.Core.Audit;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Core.Files.Formats;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Tests.Web.Endpoints;

[Slow]
public sealed class UploadEndpointTests(ProgramInProcess program) : IClassFixture<ProgramInProcess>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AFileInTwoPieces_ArrivesWhole()
    {
        using var client = await WithTokenAsync("karuo.bianji");
        var bytes = Encoding.UTF8.GetBytes("卡若区三季度工业运行情况。" + Guid.NewGuid());
        var item = await DraftOfAsync("karuo.bianji");

        var started = await JsonAsync(
            await client.PostAsJsonAsync(
                "/api/uploads",
                new
                {
                    itemId = item,
                    name = "分析.txt",
                    size = bytes.Length,
                },
                Ct
            )
        );
        var id = started.GetProperty("id").GetGuid();
        using var first = await client.PutAsync($"/api/uploads/{id}?offset=0", new ByteArrayContent(bytes[..10]), Ct);
        using var wrong = await client.PutAsync($"/api/uploads/{id}?offset=3", new ByteArrayContent(bytes[10..]), Ct);
        using var early = await client.PostAsync($"/api/uploads/{id}/finish", null, Ct);
        using var second = await client.PutAsync($"/api/uploads/{id}?offset=10", new ByteArrayContent(bytes[10..]), Ct);
        var finished = await JsonAsync(await client.PostAsync($"/api/uploads/{id}/finish", null, Ct));
        var file = finished.GetProperty("fileId").GetInt32();
        using var read = await client.GetAsync($"/files/{file}", Ct);

        Assert.Equal(HttpStatusCode.Conflict, wrong.StatusCode);
        Assert.Equal(10, (await JsonAsync(wrong)).GetProperty("expected").GetInt64());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        Assert.Equal(bytes, await read.Content.ReadAsByteArrayAsync(Ct));
        Assert.Contains("filename*=UTF-8''", read.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        await using var db = await Contexts.CreateDbContextAsync(Ct);
        Assert.Equal(1, await db.Set<AuditEntry>().CountAsync(e => e.Action == "file.read" && e.SubmissionId == item, Ct));
    }

    [Fact]
    public async Task AStranger_FindsNeitherUploadNorFileNorItem()
    {
        using var owner = await WithTokenAsync("karuo.bianji");
        using var stranger = await WithTokenAsync("basu.bianji");
        var item = await DraftOfAsync("karuo.bianji");
        var started = await JsonAsync(
            await owner.PostAsJsonAsync(
                "/api/uploads",
                new
                {
                    itemId = item,
                    name = "a.txt",
                    size = 5,
                },
                Ct
            )
        );
        var id = started.GetProperty("id").GetGuid();
        using var put = await owner.PutAsync($"/api/uploads/{id}?offset=0", new ByteArrayContent("12345"u8.ToArray()), Ct);
        var file = (await JsonAsync(await owner.PostAsync($"/api/uploads/{id}/finish", null, Ct))).GetProperty("fileId").GetInt32();

        using var start = await stranger.PostAsJsonAsync(
            "/api/uploads",
            new
            {
                itemId = item,
                name = "b.txt",
                size = 5,
            },
            Ct
        );
        using var status = await stranger.GetAsync($"/api/uploads/{id}", Ct);
        using var read = await stranger.GetAsync($"/files/{file}", Ct);

        Assert.Equal(HttpStatusCode.NotFound, start.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, status.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
    }

    [Fact]
    public async Task AnAuthorWithoutADutyInTheProcedure_ReadsTheFilesToBeConfirmed_AndNobodyElseWithoutOneDoes()
    {
        using var owner = await WithTokenAsync("karuo.bianji");
        var item = await DraftOfAsync("karuo.bianji");
        var started = await JsonAsync(
            await owner.PostAsJsonAsync(
                "/api/uploads",
                new
                {
                    itemId = item,
                    name = "a.txt",
                    size = 5,
                },
                Ct
            )
        );
        var id = started.GetProperty("id").GetGuid();
        using var put = await owner.PutAsync($"/api/uploads/{id}?offset=0", new ByteArrayContent("67890"u8.ToArray()), Ct);
        var file = (await JsonAsync(await owner.PostAsync($"/api/uploads/{id}/finish", null, Ct))).GetProperty("fileId").GetInt32();
        await using (var db = await Contexts.CreateDbContextAsync(Ct))
        {
            var stored = await db.Set<Submission>().SingleAsync(s => s.Id == item, Ct);
            var author = await db.Set<Disclosure.Core.Bureau.Staff>().SingleAsync(s => s.SignInName == "anquan", Ct);
            var content = stored.Draft;
            content.Bylines.Add(new Byline { Name = author.Name, StaffId = author.Id });
            stored.SaveDraft(content, "[]", DateTime.UtcNow);
            await db.SaveChangesAsync(Ct);
        }

        using var told = await program.SignInAsync("anquan");
        using var other = await program.SignInAsync("xitong");
        foreach (var address in (string[])[$"/files/{file}", $"/items/{item}/files/{file}"])
        {
            using var read = await told.GetAsync(address, Ct);
            using var refused = await other.GetAsync(address, Ct);
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (read.StatusCode, refused.StatusCode));
        }
    }

    [Fact]
    public async Task WithoutTheFormsToken_NothingBegins()
    {
        using var client = await program.SignInAsync("karuo.bianji");

        using var answer = await client.PostAsJsonAsync(
            "/api/uploads",
            new
            {
                itemId = 1,
                name = "a.txt",
                size = 5,
            },
            Ct
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task AnAdministrator_BringsAnAuthorisationAndNoFile()
    {
        using var client = await WithTokenAsync("anquan");
        var item = await DraftOfAsync("karuo.bianji");

        using var file = await client.PostAsJsonAsync(
            "/api/uploads",
            new
            {
                itemId = item,
                name = "a.pdf",
                size = 5,
            },
            Ct
        );
        using var scan = await client.PostAsJsonAsync(
            "/api/uploads",
            new
            {
                itemId = 0,
                name = "a.pdf",
                size = 5,
                purpose = "delegation",
            },
            Ct
        );

        Assert.Equal(HttpStatusCode.NotFound, file.StatusCode);
        Assert.Equal(HttpStatusCode.OK, scan.StatusCode);
    }

    [Fact]
    public async Task SmallFiles_ComeInOneRequest_AndEachHasItsOwnAnswer()
    {
        using var client = await WithTokenAsync("karuo.bianji");
        var item = await DraftOfAsync("karuo.bianji");
        var mark = Guid.NewGuid();
        (string Name, byte[] Content)[] files =
        [
            .. Enumerable.Range(1, 24).Select(n => ($"附表{n}.txt", Encoding.UTF8.GetBytes($"附表{n} {mark}"))),
            ("照片.jpg", [.. SampleFiles.Png, .. mark.ToByteArray()]),
            ("照片.heic", [1, 2, 3]),
            ("公报.docx", [1, 2, 3]),
        ];

        var came = await CameAsync(await client.PostAsync($"/api/uploads/together?itemId={item}", Together(files), Ct));

        Assert.Equal(files.Length, came.Count);
        Assert.All(came.Take(25), c => Assert.Null(c.Text));
        Assert.Contains("手机照片格式 HEIC", came[25].Text, StringComparison.Ordinal);
        Assert.NotNull(came[26].Text);
        await using var db = await Contexts.CreateDbContextAsync(Ct);
        var kept = await db.ItemFiles.Where(f => f.SubmissionId == item).OrderBy(f => f.Order).Select(f => f.Name).ToListAsync(Ct);
        // A picture is called what it is.
        Assert.Equal([.. files.Take(24).Select(f => f.Name), "照片.png"], kept);
        // What was refused leaves nothing behind.
        Assert.False(await db.Set<Upload>().AnyAsync(u => u.Purpose == DraftService.UploadPurpose(item) && u.Sha256 == null, Ct));
    }

    [Fact]
    public async Task SmallFiles_SentAgainAfterALostAnswer_AreThereAlready()
    {
        using var client = await WithTokenAsync("karuo.bianji");
        var item = await DraftOfAsync("karuo.bianji");
        var content = Encoding.UTF8.GetBytes($"附表 {Guid.NewGuid()}");

        var first = await CameAsync(await client.PostAsync($"/api/uploads/together?itemId={item}", Together(("附表.txt", content)), Ct));
        var again = await CameAsync(await client.PostAsync($"/api/uploads/together?itemId={item}", Together(("附表.txt", content)), Ct));

        Assert.Equal((null, false), (Assert.Single(first).Text, first[0].There));
        Assert.True(Assert.Single(again).There);
        await using var db = await Contexts.CreateDbContextAsync(Ct);
        Assert.Equal(1, await db.ItemFiles.CountAsync(f => f.SubmissionId == item, Ct));
    }

    [Fact]
    public async Task SmallFiles_OfAStranger_OrWithFewerBytesThanSaid_AreRefused()
    {
        using var stranger = await WithTokenAsync("basu.bianji");
        using var owner = await WithTokenAsync("karuo.bianji");
        using var tokenless = await program.SignInAsync("karuo.bianji");
        var item = await DraftOfAsync("karuo.bianji");
        var whole = await Together(("附表.txt", "附表"u8.ToArray())).ReadAsByteArrayAsync(Ct);

        var strange = await CameAsync(await stranger.PostAsync($"/api/uploads/together?itemId={item}", new ByteArrayContent(whole), Ct));
        using var cut = await owner.PostAsync($"/api/uploads/together?itemId={item}", new ByteArrayContent(whole[..^1]), Ct);
        using var nonsense = await owner.PostAsync($"/api/uploads/together?itemId={item}", new ByteArrayContent([0, 0, 0, 2, 1, 2]), Ct);
        using var unasked = await tokenless.PostAsync($"/api/uploads/together?itemId={item}", new ByteArrayContent(whole), Ct);

        Assert.NotNull(Assert.Single(strange).Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, cut.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nonsense.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, unasked.StatusCode);
        await using var db = await Contexts.CreateDbContextAsync(Ct);
        Assert.False(await db.ItemFiles.AnyAsync(f => f.SubmissionId == item, Ct));
    }

    private sealed record Came(string? Text, bool There, bool Again);

    private static async Task<List<Came>> CameAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<List<Came>>(Ct))!;
    }

    // As the page's script packs them.
    private static ByteArrayContent Together(params (string Name, byte[] Content)[] files)
    {
        var list = JsonSerializer.SerializeToUtf8Bytes(files.Select(f => new { name = f.Name, size = f.Content.Length }));
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, list.Length);
        return new ByteArrayContent([.. length, .. list, .. files.SelectMany(f => f.Content)]);
    }

    private IDbContextFactory<DisclosureDb> Contexts => program.Services.GetRequiredService<IDbContextFactory<DisclosureDb>>();

    private async Task<HttpClient> WithTokenAsync(string name)
    {
        var client = await program.SignInAsync(name);
        client.DefaultRequestHeaders.Add("X-Disclosure-Form", ProgramInProcess.ScriptToken(await client.GetStringAsync("/", Ct)));
        return client;
    }

    private async Task<int> DraftOfAsync(string signInName)
    {
        int unit;
        Disclosure.Core.Common.Actor by;
        await using (var db = await Contexts.CreateDbContextAsync(Ct))
        {
            var person = await db.Set<Disclosure.Core.Bureau.Staff>().SingleAsync(s => s.SignInName == signInName, Ct);
            (unit, by) = (person.UnitId, new(person.Id, person.Name, "测试"));
        }
        var begun = await program.Services.GetRequiredService<DraftService>().BeginAsync(unit, Guid.NewGuid(), by, DateTime.UtcNow, Ct);
        return begun.Value;
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
}
