using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Disclosure.Core.Audit;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
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
