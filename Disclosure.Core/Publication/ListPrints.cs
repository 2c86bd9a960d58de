using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Forms;
using Disclosure.Core.Review;

namespace Disclosure.Core.Publication;

/// <summary>Nothing was returned that a notice could tell of.</summary>
public sealed record NothingReturned() : Problem("这件稿件现在不是退回状态，没有退稿通知。");

/// <summary>Prints the notice of a return.</summary>
public sealed class ListPrints(Operations operations, ReadingLog readings, FormPrinter printer)
{
    /// <summary>The notice of an item that was returned to its editor and not sent again, for whoever may read it.</summary>
    public async Task<Outcome<PrintedForm>> ReturnAsync(int id, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        if (await op.CaseAsync(id, ct) is not { } file)
        {
            return new NotFound();
        }
        await readings.NoteAsync(file.Item, ReturnNoticeForm.Name, by, now, ct);
        var item = await op.RecordAsync(file, null, ct);
        return Returns.Open(item) is { } returned
            ? Drawn($"{ReturnNoticeForm.Name}_{item.Number}.pdf", ReturnNoticeForm.Sheet(Notice(item, returned)))
            : new NothingReturned();
    }

    private static ReturnNoticeRecord Notice(CaseRecord item, SignatureView returned) =>
        new()
        {
            Number = item.Number ?? "",
            Title = item.Content.Title,
            Unit = item.Unit.Name,
            Editor = item.Signatures.LastOrDefault(s => s is { Kind: MoveKind.Send })?.Name ?? "",
            Step = returned.StepName,
            ToStep = returned.ToStepName,
            Round = item.Round - 1,
            At = BureauTime.Show(returned.At),
            FormatOnly = returned.Particulars.FormatOnly,
            Reason = returned.Text,
            ToMend = string.Join(
                '\n',
                returned.Answers.Where(a => a.Yes is true).Select(a => $"{a.Criterion}：{AnswerWords.Say(a, BureauTime.Day(returned.At))}")
            ),
            After = Returns.After(item),
            Signature = new SignatureBox
            {
                Name = returned.Name,
                ActingFor = returned.ActingFor,
                Day = BureauTime.Day(returned.At),
                SignedInSystem = returned.At,
            },
        };

    private Outcome<PrintedForm> Drawn(string name, FormSheet sheet)
    {
        var pdf = printer.Pdf(sheet);
        return pdf.Ok ? new PrintedForm(name, pdf.Value) : pdf.Problem!;
    }
}
