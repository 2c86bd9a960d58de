using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Publication;

/// <summary>
/// Which paper is taken in as the form of an item (D10, D11): a printing that the program has registered, of what stands now.
/// </summary>
public static class DeskForms
{
    /// <summary>Why no paper with this number can be taken in; null when it can.</summary>
    /// <param name="number">第n次打印 as chosen, or null.</param>
    /// <param name="prints">The printings of the item.</param>
    /// <param name="present">Fingerprint of the item.</param>
    public static Problem? Refusal(int? number, IReadOnlyList<FormPrint> prints, string present) =>
        prints.FirstOrDefault(p => p.Number == number) switch
        {
            null when prints.Count == 0 => new NothingPrinted(),
            null when number is { } n => new NoSuchPrinting(n),
            null => new PrintingNotChosen(),
            var print => Refusal(print, present),
        };

    /// <summary>Why this printing cannot be taken in; null when it can. The item lies at the platform.</summary>
    public static Problem? Refusal(FormPrint print, string present) =>
        print switch
        {
            _ when print.IsVoid(present, ItemState.UnderWay) => new PrintingIsVoid(print.Number),
            { Place: OriginalPlace.WrittenOff } => new PrintingWrittenOff(print.Number, print.PlaceNote),
            _ => null,
        };

    /// <summary>
    /// The paper that was taken in is no longer out; taking the tick back takes this back too, when nothing came between.
    /// </summary>
    internal static async Task PutAsync(Operation op, FormPrint print, bool received, DateTime? since)
    {
        if (received ? print.Place != OriginalPlace.Out : print.Place != OriginalPlace.Received || print.PlacedAt != since)
        {
            return;
        }
        print.Put(received ? OriginalPlace.Received : OriginalPlace.Out, "", "", op.Grants.Name, op.Now);
        var said = received ? "收回" : "撤回“已收回”登记";
        await AuditTrail.AppendAsync(
            op.Db,
            new AuditFact(op.By, "form.original", $"第{print.Number}次打印的原件：{said}", op.Now)
            {
                SubmissionId = print.SubmissionId,
                Fingerprint = print.Fingerprint,
            }
        );
    }

    /// <summary>The printings of an item, newest first.</summary>
    internal static Task<List<FormPrint>> OfAsync(DisclosureDb db, int id, CancellationToken ct) =>
        db.FormPrints.Where(p => p.SubmissionId == id).OrderByDescending(p => p.Number).ToListAsync(ct);
}
