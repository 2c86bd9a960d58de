using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Printing;

/// <summary>What a sheet of paper is worth.</summary>
public enum PaperVerdict
{
    /// <summary>A registered print, and the item still is what was printed.</summary>
    Stands,

    /// <summary>A registered print of an item that has changed since: void.</summary>
    Void,

    /// <summary>The digits on the paper are those of no print of this item.</summary>
    Differs,
}

/// <summary>The answer to 验真.</summary>
/// <param name="Verdict">What it is worth.</param>
/// <param name="ItemId">The item.</param>
/// <param name="Number">Number of the item.</param>
/// <param name="Title">Title.</param>
/// <param name="State">State.</param>
/// <param name="Print">Number of the printing; 0 where the digits belong to none.</param>
/// <param name="PrintedBy">Who printed.</param>
/// <param name="PrintedAt">UTC, or null.</param>
/// <param name="OnPaper">First digits of the fingerprint on the paper.</param>
/// <param name="Present">Fingerprint of the item now.</param>
/// <param name="Later">Numbers of later prints with the same fingerprint.</param>
public sealed record PaperAnswer(
    PaperVerdict Verdict,
    int ItemId,
    string Number,
    string Title,
    ItemState State,
    int Print,
    string PrintedBy,
    DateTime? PrintedAt,
    string OnPaper,
    string Present,
    IReadOnlyList<int> Later
);

/// <summary>The digits do not look like a fingerprint.</summary>
public sealed record DigitsWrong() : Problem("校验码是 16 位数字和字母 a–f，每四位一组，请照纸面页脚或“送审材料”栏输入。")
{
    /// <inheritdoc/>
    public override string? Field => "digits";
}

/// <summary>Number missing.</summary>
public sealed record NumberWanted() : Problem("请输入表单编号，例如：昌统发审〔2026〕12号。")
{
    /// <inheritdoc/>
    public override string? Field => "number";
}

/// <summary>
/// 验真: whether what stands on paper is what was approved. Only for items the person may read; a stranger learns nothing.
/// </summary>
public sealed class PaperCheck(Operations operations)
{
    /// <summary>Checks what a QR code says.</summary>
    public async Task<Outcome<PaperAnswer>> OfCodeAsync(PaperCode code, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        return await Mine(op).FirstOrDefaultAsync(s => s.Id == code.ItemId, ct) is { } item
            ? await AnswerAsync(op.Db, item, code.Fingerprint, code.Print, ct)
            : new NotFound();
    }

    /// <summary>Checks number and digits typed from paper.</summary>
    public async Task<Outcome<PaperAnswer>> OfTypedAsync(
        string number,
        string digits,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        if (string.IsNullOrWhiteSpace(number))
        {
            return new NumberWanted();
        }
        if (PaperCode.Digits(digits) is not { } start)
        {
            return new DigitsWrong();
        }
        await using var op = await operations.ReadAsync(by, now, ct);
        var wanted = PaperCode.Number(number);
        return await Mine(op).FirstOrDefaultAsync(s => s.Number == wanted, ct) is { } item
            ? await AnswerAsync(op.Db, item, start, null, ct)
            : new NotFound();
    }

    private static IQueryable<Submission> Mine(Operation op) => op.Db.Submissions.Where(ReadingRights.Of(op.Db, op.Grants));

    private static async Task<Outcome<PaperAnswer>> AnswerAsync(
        DisclosureDb db,
        Submission item,
        string start,
        int? number,
        CancellationToken ct
    )
    {
        var present = await db.Revisions.Where(r => r.Id == item.RevisionId).Select(r => r.Fingerprint).FirstOrDefaultAsync(ct) ?? "";
        var same = await db
            .FormPrints.AsNoTracking()
            .Where(p => p.SubmissionId == item.Id && p.Fingerprint.StartsWith(start))
            .OrderBy(p => p.Number)
            .ToListAsync(ct);
        var print = number is { } n ? same.FirstOrDefault(p => p.Number == n) : same.LastOrDefault();
        var verdict =
            print is null ? PaperVerdict.Differs
            : print.IsVoid(present, item.State) ? PaperVerdict.Void
            : PaperVerdict.Stands;
        return new PaperAnswer(
            verdict,
            item.Id,
            item.Number ?? "",
            item.Title,
            item.State,
            print?.Number ?? 0,
            print?.StaffName ?? "",
            print?.At,
            Fingerprint.Short(start),
            Fingerprint.Short(present),
            [.. same.Where(p => p.Number > (print?.Number ?? int.MaxValue)).Select(p => p.Number)]
        );
    }
}
