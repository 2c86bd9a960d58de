using System.Security.Cryptography;
using System.Text;
using Disclosure.Core.Examiner;
using Disclosure.Core.Files.Reading;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Evidence;

/// <summary>A finding of an item, with the file it stands in.</summary>
/// <param name="Key">Says which finding of the item it is; the same for the same finding of the same content.</param>
/// <param name="File">The file.</param>
/// <param name="Finding">The finding.</param>
public sealed record EvidenceFact(string Key, ItemFile File, Finding Finding)
{
    /// <summary>Characters of a key that say in which content the finding stands.</summary>
    internal const int FileMarkLength = 16;

    /// <summary>Beginning of the keys of all findings in a content.</summary>
    internal static string FileMark(string sha256) => sha256[..FileMarkLength];

    /// <summary>Question of the checklist it stands beside.</summary>
    public string Beside => RuleBook.Find(Finding.Rule)?.Beside ?? Finding.Criterion;
}

/// <summary>The evidence of an item as the judge needs it: what was found in its files, and what was said about it.</summary>
/// <param name="Facts">Findings.</param>
/// <param name="Files">What each file came to; null for one that is not examined yet.</param>
/// <param name="IsReady">True when every file and all of them together are examined.</param>
/// <param name="Judgements">Words on findings, oldest first.</param>
public sealed record EvidenceFile(
    IReadOnlyList<EvidenceFact> Facts,
    IReadOnlyList<(ItemFile File, FileExamination? Examination)> Files,
    bool IsReady,
    IReadOnlyList<FindingJudgement> Judgements
)
{
    /// <summary>An item without files.</summary>
    public static readonly EvidenceFile None = new([], [], true, []);

    /// <summary>The last word of a step in a round on a finding, or null.</summary>
    public FindingJudgement? WordOf(string key, string step, int round) =>
        Judgements.LastOrDefault(j => j.Key == key && j.Step == step && j.Round == round);

    /// <summary>Mark of the settings it was examined with; empty without files.</summary>
    public string Mark { get; init; } = "";

    /// <summary>Digest over names and contents of files.</summary>
    public static string DigestOf(IEnumerable<ItemFile> files) => DigestOf(files.Select(f => (f.Sha256, f.Name)));

    /// <summary>The same without the files themselves.</summary>
    internal static string DigestOf(IEnumerable<(string Sha256, string Name)> files) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', files.Select(f => $"{f.Sha256} {f.Name}")))));

    /// <summary>Digest of files and of those they were held against; once more is published, it is another.</summary>
    internal static string DigestOf(IEnumerable<ItemFile> files, IEnumerable<ItemFile> earlier) =>
        $"{DigestOf(files)}/{DigestOf(earlier)[..16]}";

    /// <summary>The part of a digest that tells the files.</summary>
    internal static string FilesOf(string digest) => digest.Split('/')[0];

    /// <summary>
    /// Reads what is known of these files of an item under the rules in force; what was examined under others waits to be examined again.
    /// </summary>
    public static async Task<EvidenceFile> LoadAsync(
        DisclosureDb db,
        int itemId,
        IReadOnlyList<ItemFile> files,
        CancellationToken ct = default
    )
    {
        if (files.Count == 0)
        {
            return None;
        }
        var mark = (await ExaminerSettingsService.CurrentAsync(db, ct)).Settings.Mark;
        var digest = DigestOf(files, await EarlierVersions.FilesAsync(db, itemId, ct));
        var together = await db
            .ItemExaminations.AsNoTracking()
            .FirstOrDefaultAsync(e => e.SubmissionId == itemId && e.Digest == digest && e.Mark == mark, ct);
        var examined = (await ExaminationsAsync(db, files, mark, FileExamination.WithoutTables, ct))
            .Select(x => (x.File, x.Mark == mark ? x.Examination : null))
            .ToList();
        return await MadeAsync(db, itemId, mark, examined, together, ct);
    }

    /// <summary>
    /// Reads what became of these files when they were last examined, whatever the rules were: for former versions, and for items that have
    /// ended.
    /// </summary>
    internal static async Task<EvidenceFile> LoadKeptAsync(DisclosureDb db, int itemId, IReadOnlyList<ItemFile> files, CancellationToken ct)
    {
        if (files.Count == 0)
        {
            return None;
        }
        var digest = DigestOf(files) + "/";
        var together = await db
            .ItemExaminations.AsNoTracking()
            .Where(e => e.SubmissionId == itemId && e.Digest.StartsWith(digest))
            .OrderByDescending(e => e.Id)
            .FirstOrDefaultAsync(ct);
        var mark = together?.Mark ?? (await ExaminerSettingsService.CurrentAsync(db, ct)).Settings.Mark;
        if (together is { IsDone: true } && await EarlierVersions.WithdrawnSinceAsync(db, itemId, together.At, ct))
        {
            // What has ended is not held against the others anew, and its findings may show figures of a file that nobody may read now.
            together = new ItemExamination
            {
                SubmissionId = itemId,
                Digest = together.Digest,
                Mark = mark,
                Json = ItemExamination.NotDone,
                At = together.At,
            };
        }
        return await MadeAsync(
            db,
            itemId,
            mark,
            [.. (await ExaminationsAsync(db, files, mark, FileExamination.WithoutTables, ct)).Select(x => (x.File, x.Examination))],
            together,
            ct
        );
    }

    /// <summary>
    /// The examination of each file: that under the mark where there is one, else the last; null for a file that was never examined.
    /// </summary>
    internal static async Task<List<(ItemFile File, FileExamination? Examination, string Mark)>> ExaminationsAsync(
        DisclosureDb db,
        IReadOnlyList<ItemFile> files,
        string mark,
        Func<string, FileExamination> from,
        CancellationToken ct
    )
    {
        var hashes = files.Select(f => f.Sha256).ToList();
        var known = await db
            .Examinations.AsNoTracking()
            .Where(e => hashes.Contains(e.Sha256))
            .Select(e => new
            {
                e.Id,
                e.Sha256,
                e.Extension,
                e.Mark,
            })
            .ToListAsync(ct);
        var best = files
            .Select(f =>
                (
                    File: f,
                    Kept: known
                        .Where(e => e.Sha256 == f.Sha256 && e.Extension == Examination.ExtensionOf(f.Name))
                        .OrderByDescending(e => e.Mark == mark)
                        .ThenByDescending(e => e.Id)
                        .FirstOrDefault()
                )
            )
            .ToList();
        var ids = best.Select(b => b.Kept?.Id ?? 0).ToList();
        var read = (
            await db.Examinations.AsNoTracking().Where(e => ids.Contains(e.Id)).Select(e => new { e.Id, e.Json }).ToListAsync(ct)
        ).ToDictionary(e => e.Id, e => from(e.Json));
        return [.. best.Select(b => (b.File, b.Kept is null ? null : read[b.Kept.Id], b.Kept?.Mark ?? ""))];
    }

    private static async Task<EvidenceFile> MadeAsync(
        DisclosureDb db,
        int itemId,
        string mark,
        List<(ItemFile File, FileExamination? Examination)> examined,
        ItemExamination? together,
        CancellationToken ct
    )
    {
        var judgements = await db.FindingJudgements.AsNoTracking().Where(j => j.SubmissionId == itemId).OrderBy(j => j.Id).ToListAsync(ct);
        var closed = await ContentAccess.ClosedAsync(db, [.. examined.Select(x => x.File.Sha256)], Holder.Item(itemId), ct);
        // Excerpts are content: what nobody may open shows no evidence either.
        examined =
        [
            .. examined.Select(x =>
                (
                    x.File,
                    closed.TryGetValue(x.File.Sha256, out var why) ? new FileExamination(new Coverage([], why.Text), []) : x.Examination
                )
            ),
        ];
        // A finding over several files may show the figures of any of them, in whichever it stands.
        var compared = together is { IsDone: true } && closed.Count == 0;
        if (!compared && (together is not null || closed.Count > 0))
        {
            examined = [.. examined.Select(x => (x.File, NotCompared(x.Examination)))];
        }
        var facts = examined
            .SelectMany(x => (x.Examination?.Findings ?? []).Select(f => Fact(x.File, f)))
            .Concat(
                (compared ? FileExamination.FindingsFromJson(together!.Json) : [])
                    .Where(f => f.File < examined.Count)
                    .Select(f => Fact(examined[f.File].File, f.Finding))
            )
            .Where(f => !closed.ContainsKey(f.File.Sha256));
        return new EvidenceFile(
            [.. facts.DistinctBy(f => f.Key)],
            examined,
            (together is not null || closed.Count > 0) && examined.TrueForAll(x => x.Examination is not null),
            judgements
        )
        {
            Mark = mark,
        };
    }

    private static FileExamination? NotCompared(FileExamination? examination) =>
        examination is null
            ? null
            : examination with
            {
                Coverage = examination.Coverage with
                {
                    Parts = [.. examination.Coverage.Parts, new CoveragePart("次与其他文件的比对", 0, 1, "没有做完")],
                    Advice =
                        examination.Coverage.Advice.Length > 0
                            ? examination.Coverage.Advice
                            : "请人工核对几个文件放在一起能否推算出单个单位的数。",
                },
            };

    private static EvidenceFact Fact(ItemFile file, Finding finding) =>
        new($"{EvidenceFact.FileMark(file.Sha256)}{finding.Key}", file, finding);
}
