using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Forms;
using Disclosure.Core.Review;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Publication;

/// <summary>Only referrals and declassifications have a paper of their own.</summary>
public sealed record NoLetterForThis(HoldKind Kind) : Problem($"“{Kind.Name()}”没有需要打印的函件。");

/// <summary>The letter would ask nothing.</summary>
public sealed record QuestionNotEntered() : Problem("请先登记请求确定的问题，再打印报请确定函。")
{
    /// <inheritdoc/>
    public override string? Article => "B6";
}

/// <summary>Nobody's consent is needed.</summary>
public sealed record NoRightConcerned() : Problem("审查中没有登记涉及商业秘密或者个人隐私，不需要征求权利人意见。")
{
    /// <inheritdoc/>
    public override string? Article => "B7";
}

/// <summary>A sheet with the name its file has, without extension.</summary>
public sealed record NamedSheet(string Name, FormSheet Sheet);

/// <summary>
/// Letters and forms that a hold or an exception sends out: 报请确定函 (B6), 征求权利人意见函 (B7), 解密登记表 (B4). They name title and
/// number, never content.
/// </summary>
public sealed class HoldLetters(Operations operations, IDbContextFactory<DisclosureDb> contexts, HoldQueries holds, FormPrinter printer)
{
    /// <summary>The letter of a referral or the form of a declassification, as entered so far.</summary>
    public async Task<Outcome<PrintedForm>> OfHoldAsync(int holdId, Actor by, DateTime now, CancellationToken ct = default) =>
        Drawn(await SheetOfHoldAsync(holdId, by, now, ct));

    /// <summary>The same before it is drawn.</summary>
    public async Task<Outcome<NamedSheet>> SheetOfHoldAsync(int holdId, Actor by, DateTime now, CancellationToken ct = default)
    {
        if (await holds.LetterAsync(holdId, by, now, ct) is not (var hold, var item))
        {
            return new NotFound();
        }
        return hold switch
        {
            { Kind: HoldKind.Referral, Papers.Question: null } => new QuestionNotEntered(),
            { Kind: HoldKind.Referral } => Named(
                ReferralLetter.Name,
                item,
                ReferralLetter.Sheet(Referral(hold, item, await BureauAsync(ct)))
            ),
            { Kind: HoldKind.Declassification } => Named(
                DeclassificationForm.Name,
                item,
                DeclassificationForm.Sheet(Declassification(hold, item))
            ),
            _ => new NoLetterForThis(hold.Kind),
        };
    }

    /// <summary>The letter to the holder of a right.</summary>
    /// <param name="about">Trade secret or privacy, as just answered; null takes what the answers of the item say.</param>
    public async Task<Outcome<PrintedForm>> ConsentAsync(
        int id,
        OtherReason? about,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) => Drawn(await ConsentSheetAsync(id, about, by, now, ct));

    /// <summary>The same before it is drawn.</summary>
    public async Task<Outcome<NamedSheet>> ConsentSheetAsync(
        int id,
        OtherReason? about,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        if (await op.CaseAsync(id, ct) is not { } file)
        {
            return new NotFound();
        }
        var item = await op.RecordAsync(file, null, ct);
        var answer = Concerned(item);
        if ((about ?? answer?.Reason) is not (OtherReason.TradeSecret or OtherReason.Privacy))
        {
            return new NoRightConcerned();
        }
        var letter = new ConsentLetterRecord
        {
            Bureau = await BureauAsync(ct),
            To = answer?.Exception?.Holder.Trim() ?? "",
            Title = item.Content.Title,
            ItemNumber = item.Number ?? "",
            About = (about ?? answer!.Reason!.Value).Name(),
        };
        return Named(ConsentLetter.Name, item, ConsentLetter.Sheet(letter));
    }

    /// <summary>The newest answer of the item that names a trade secret or privacy, or null.</summary>
    public static Answer? Concerned(CaseRecord item) =>
        item
            .Signatures.OrderByDescending(s => s.Id)
            .SelectMany(s => s.Answers)
            .Prepend(item.EditorAnswers.FirstOrDefault(a => a.Criterion == Criteria.OtherReasons))
            .FirstOrDefault(a => a is { Yes: true, Reason: OtherReason.TradeSecret or OtherReason.Privacy });

    private static ReferralLetterRecord Referral(Hold hold, CaseRecord item, string bureau) =>
        new()
        {
            Bureau = bureau,
            To = hold.Papers.Body.Trim(),
            Title = item.Content.Title,
            ItemNumber = item.Number ?? "",
            Number = hold.Papers.Number.Trim(),
            Day = hold.Papers.Day,
            Question = hold.Papers.Question == ReferralQuestion.Secrecy ? ReferralLetter.Questions[0] : ReferralLetter.Questions[1],
            DraftedLevel = hold.Papers.Question == ReferralQuestion.Secrecy ? hold.Papers.DraftedLevel?.Name() ?? "" : "",
        };

    private static DeclassificationRecord Declassification(Hold hold, CaseRecord item) =>
        new()
        {
            ItemNumber = item.Number ?? "",
            Title = item.Content.Title,
            Unit = item.Unit.Name,
            FormerLevel = hold.Papers.FormerLevel?.Name() ?? "",
            MadeOn = hold.Papers.MadeOn,
            ExpiredOn = hold.Papers.ExpiredOn,
            Body = hold.Papers.Body.Trim(),
            Number = hold.Papers.Number.Trim(),
            Day = hold.Papers.Day,
            Reason = hold.Reason,
            Outcome = hold.Outcome is { } outcome ? $"{outcome.Name()}。{hold.OutcomeText}" : "",
            FilledOn = BureauTime.Day(hold.OpenedAt),
        };

    private async Task<string> BureauAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return (await BureauProfile.ReadAsync(db, ct)).Name;
    }

    private static NamedSheet Named(string name, CaseRecord item, FormSheet sheet) => new($"{name}_{item.Number ?? "草稿"}", sheet);

    private Outcome<PrintedForm> Drawn(Outcome<NamedSheet> letter)
    {
        if (!letter.Ok)
        {
            return letter.Problem!;
        }
        var pdf = printer.Pdf(letter.Value.Sheet);
        return pdf.Ok ? new PrintedForm($"{letter.Value.Name}.pdf", pdf.Value) : pdf.Problem!;
    }
}
