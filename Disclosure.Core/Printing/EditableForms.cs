using Disclosure.Core.Common;
using Disclosure.Core.Forms;
using Disclosure.Core.Publication;
using Disclosure.Core.Review;

namespace Disclosure.Core.Printing;

/// <summary>A form as a document that Word and WPS can edit.</summary>
/// <param name="Name">File name, with extension.</param>
/// <param name="Docx">The bytes.</param>
public sealed record EditableForm(string Name, byte[] Docx);

/// <summary>
/// Forms and letters as documents, for the same persons as their PDFs. An item's form always says 仅供预览: what can be edited is no
/// registered print.
/// </summary>
public sealed class EditableForms(PrintService prints, HoldLetters letters, FormPrinter printer)
{
    /// <summary>The item's form as it would stand now.</summary>
    public async Task<Outcome<EditableForm>> FormAsync(int id, PrintChoice choice, Actor by, DateTime now, CancellationToken ct = default)
    {
        var sheet = await prints.SheetAsync(id, choice, by, now, ct);
        return sheet.Ok
            ? Drawn(new($"{sheet.Value.Name}_{(sheet.Value.Number.Length > 0 ? sheet.Value.Number : "草稿")}", sheet.Value))
            : sheet.Problem!;
    }

    /// <summary>
    /// The letter of a referral or the form of a declassification; letters go out on the bureau's own letterhead and carry no warning.
    /// </summary>
    public async Task<Outcome<EditableForm>> LetterAsync(int holdId, Actor by, DateTime now, CancellationToken ct = default) =>
        Drawn(await letters.SheetOfHoldAsync(holdId, by, now, ct));

    /// <summary>The letter to the holder of a right; <paramref name="about"/> as in <see cref="HoldLetters.ConsentAsync"/>.</summary>
    public async Task<Outcome<EditableForm>> ConsentAsync(
        int id,
        OtherReason? about,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) => Drawn(await letters.ConsentSheetAsync(id, about, by, now, ct));

    private Outcome<EditableForm> Drawn(Outcome<NamedSheet> letter) => letter.Ok ? Drawn(letter.Value) : letter.Problem!;

    private Outcome<EditableForm> Drawn(NamedSheet named)
    {
        var docx = printer.Docx(named.Sheet);
        return docx.Ok ? new EditableForm($"{named.Name}.docx", docx.Value) : docx.Problem!;
    }
}
