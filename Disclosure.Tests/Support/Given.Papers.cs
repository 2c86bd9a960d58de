using System.Text;
using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Review;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Core.Files.Formats;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Support;

public sealed partial class Given
{
    /// <summary>Uploads a scan as a review paper of the item, as the page does.</summary>
    /// <param name="text">Stands in the picture's bytes, so that no two papers are the same.</param>
    public async Task<Scan> PaperAsync(int id, string who, string text = "批准件") =>
        new(Must(await TryPaperAsync(id, who, text)), $"{text}.png");

    /// <summary>The same, with the refusal.</summary>
    public async Task<Outcome<string>> TryPaperAsync(int id, string who, string text)
    {
        byte[] bytes = [.. SampleFiles.Png, .. Encoding.UTF8.GetBytes(text)];
        var (owner, blobs) = (people[who].Id, Get<BlobStore>());
        var upload = Must(await blobs.StartAsync($"{text}.png", bytes.Length, owner, ReviewPapers.UploadPurpose(id)));
        Must(await blobs.AppendAsync(upload, owner, 0, new MemoryStream(bytes)));
        return await blobs.FinishAsync<string>(
            upload,
            owner,
            async (db, blob) =>
                await ReviewPapers.LinkAsync(db, id, $"{text}.png", blob, By(who), Now) is { Problem: { } problem } ? problem : blob.Sha256,
            Guid.NewGuid()
        );
    }

    /// <summary>Opens a hold on an item by whoever its step waits for.</summary>
    public Task<Outcome<Move>> HoldAsync(
        int id,
        string who,
        HoldKind kind,
        string criterion,
        IReadOnlyList<Answer> answers,
        HoldPapers? papers = null,
        OfficeFinding? finding = null
    ) =>
        DoAsync(
            id,
            who,
            MoveKind.Hold,
            c =>
                c with
                {
                    Hold = kind,
                    HoldCriterion = criterion,
                    Answers = answers,
                    HoldPapers = papers ?? new(),
                    Finding = finding,
                    Text = $"{kind.Name()}：见说明。",
                }
        );

    /// <summary>Enters papers on the item's open hold.</summary>
    public async Task<Outcome<int>> EnterAsync(int id, string who, Func<HoldPapers, HoldPapers> papers)
    {
        var hold = await OpenHoldAsync(id);
        return await Get<HoldService>().SaveAsync(hold.Id, papers(hold.Papers), hold.Version, By(who), Now);
    }

    /// <summary>Ends the item's open hold.</summary>
    public Task<Outcome<Move>> ResumeAsync(int id, string who, HoldOutcome outcome) =>
        DoAsync(id, who, MoveKind.Resume, c => c with { Outcome = outcome });

    /// <summary>The item's open hold.</summary>
    public Task<Hold> OpenHoldAsync(int id) => ReadAsync(db => db.Holds.FirstAsync(h => h.SubmissionId == id && h.ClosedAt == null));

    /// <summary>All holds of the item, oldest first.</summary>
    public Task<List<Hold>> HoldsAsync(int id) =>
        ReadAsync(db => db.Holds.Where(h => h.SubmissionId == id).OrderBy(h => h.Id).ToListAsync());

    /// <summary>Everything B4 asks for.</summary>
    public static HoldPapers Declassified(Scan scan) =>
        new()
        {
            FormerLevel = SecrecyLevel.Confidential,
            MadeOn = new DateOnly(2010, 5, 6),
            ExpiredOn = new DateOnly(2020, 5, 6),
            Body = "原定密机关",
            Number = "解密〔2026〕3号",
            Day = new DateOnly(2026, 10, 30),
            Scan = scan,
        };

    /// <summary>A referral that was answered.</summary>
    public static HoldPapers Answered(Scan scan) =>
        new()
        {
            Question = ReferralQuestion.Disclosure,
            Body = "有关主管部门",
            Number = "昌统函〔2026〕8号",
            Day = new DateOnly(2026, 11, 2),
            ReplyNumber = "复函〔2026〕5号",
            ReplyDay = new DateOnly(2026, 11, 9),
            Scan = scan,
        };

    /// <summary>Who took out what, and who checked it.</summary>
    public static HoldPapers Processed(HoldPapers opened) =>
        opened with
        {
            Method = "删除第三段和附表 2",
            ProcessedBy = "工业能源科编辑人员",
            CheckedBy = "工业能源科负责人",
        };

    /// <summary>Walks on to publication where later tiers differ from what was answered before: each says 否 and why.</summary>
    public async Task WalkExplainingAsync(int id)
    {
        while (await SubmissionAsync(id) is { Ended: false } item)
        {
            Must(
                await DoAsync(
                    id,
                    HolderOf(item.RouteCode, item.Step),
                    ForwardFrom(item.Step),
                    c => c with { Answers = [.. AllNo.Select(a => a with { Remark = "已核" })] }
                )
            );
        }
    }

    /// <summary>Takes the body out and uploads another in its place.</summary>
    public async Task ReplaceBodyAsync(int id, string who, string text)
    {
        foreach (
            var body in await ReadAsync(db =>
                db.ItemFiles.Where(f => f.SubmissionId == id && f.RevisionId == null && f.Role == FileRole.Body)
                    .Select(f => f.Id)
                    .ToListAsync()
            )
        )
        {
            Must(await Get<DraftService>().RemoveFileAsync(id, body, By(who), Now));
        }
        await UploadAsync(id, "处理后的版本.txt", text, who);
    }
}
