using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Demonstration;
using Disclosure.Core.Review;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Bench;

/// <summary>Uploads and signs until it is killed; writes a line for everything that was acknowledged, after it was.</summary>
internal static class CrashChild
{
    public static async Task RunAsync(string folder)
    {
        await using var store = new BenchStore(folder);
        await Task.WhenAll(
            WorkAsync(store, "gongye.bianji", "gongye.fuze"),
            WorkAsync(store, "touzi.bianji", "touzi.fuze"),
            WorkAsync(store, "hesuan.bianji", "hesuan.fuze")
        );
    }

    private static async Task WorkAsync(BenchStore store, string editorName, string headName)
    {
        await using var db = await store.Get<IDbContextFactory<DisclosureDb>>().CreateDbContextAsync();
        var editor = await db.Set<Core.Bureau.Staff>().FirstAsync(s => s.SignInName == editorName);
        var head = await db.Set<Core.Bureau.Staff>().FirstAsync(s => s.SignInName == headName);
        var (me, chief) = (new Actor(editor.Id, editor.Name, "bench"), new Actor(head.Id, head.Name, "bench"));
        var (drafts, approval) = (store.Get<DraftService>(), store.Get<ApprovalService>());
        IReadOnlyList<Answer> nothing = [.. Answers.Blank.Select(a => a with { Yes = false })];
        while (true)
        {
            var id = (await drafts.BeginAsync(editor.UnitId, Guid.NewGuid(), me, Now)).Value;
            var sha = await UploadAsync(store, id, me);
            Console.WriteLine($"blob {sha}");
            var content = new ItemContent
            {
                Title = $"断电试验 {id}",
                Summary = "试验",
                Kind = ItemKind.Information,
                A8Category = 10,
                Origin = Origin.Made,
                FormedOn = BureauTime.Day(Now),
                Channels = [Channel.Intranet],
                DataStatus = DataStatus.Final,
                Phone = "0895",
                Bylines = [new Byline { Name = editor.Name, StaffId = editor.Id }],
            };
            var saved = await drafts.SaveAsync(id, content, Answers.ToJson(nothing), null, 1, me, Now);
            var confirmed = await drafts.ConfirmBylineAsync(id, me, Now);
            var sent = await approval.DecideAsync(
                id,
                new Command(MoveKind.Send, Guid.NewGuid(), "edit", 0) { Answers = nothing },
                null,
                me,
                Now
            );
            if (!saved.Ok || !confirmed.Ok || !sent.Ok)
            {
                Console.WriteLine($"refused {saved.Problem?.Text} {confirmed.Problem?.Text} {sent.Problem?.Text}");
                return;
            }
            Console.WriteLine($"signed {id} 1");
            var approved = await approval.DecideAsync(
                id,
                new Command(MoveKind.Approve, Guid.NewGuid(), "section", 1) { Answers = nothing, Text = "同意" },
                null,
                chief,
                Now
            );
            Console.WriteLine(approved.Ok ? $"signed {id} 2" : $"refused {approved.Problem}");
        }
    }

    private static DateTime Now => DateTime.UtcNow;

    private static async Task<string> UploadAsync(BenchStore store, int id, Actor me)
    {
        var blobs = store.Get<BlobStore>();
        var bytes = DemonstrationDocument.Docx(Enumerable.Range(0, 2000).Select(i => $"{Guid.NewGuid()} {i}"));
        var upload = (await blobs.StartAsync("断电.docx", bytes.Length, me.StaffId, DraftService.UploadPurpose(id))).Value;
        var half = bytes.Length / 2;
        await blobs.AppendAsync(upload, me.StaffId, 0, new MemoryStream(bytes, 0, half));
        await blobs.AppendAsync(upload, me.StaffId, half, new MemoryStream(bytes, half, bytes.Length - half));
        var linked = await blobs.FinishAsync(
            upload,
            me.StaffId,
            async (db, blob) =>
                await DraftService.LinkFileAsync(db, id, "断电.docx", blob.Size, blob.Sha256, "", me, Now)
                    is { Ok: false, Problem: { } problem }
                    ? problem
                    : (Outcome<string>)blob.Sha256,
            Guid.NewGuid()
        );
        return linked.Ok ? linked.Value : linked.Problem!.Text;
    }
}
