namespace Disclosure.Core.Forms;

/// <summary>The same sheet with other words; what has no words stays as it is.</summary>
internal static class SheetRewriting
{
    /// <summary>Every text that an engine may set, in the role it is set in, through one function.</summary>
    public static FormSheet Rewritten(this FormSheet sheet, Func<string, FontRole, string> text) =>
        sheet with
        {
            Name = text(sheet.Name, FontRole.Title),
            Number = text(sheet.Number, FontRole.Value),
            PrintLine = text(sheet.PrintLine, FontRole.Value),
            Status = text(sheet.Status, FontRole.Label),
            Pages = [.. sheet.Pages.Select(p => p.Rewritten(text))],
        };

    private static FormPage Rewritten(this FormPage page, Func<string, FontRole, string> text) =>
        page with
        {
            Title = text(page.Title, FontRole.Title),
            HeadLeft = page.HeadLeft.Rewritten(text),
            HeadRight = page.HeadRight.Rewritten(text),
            Notes = [.. page.Notes.Select(n => text(n, FontRole.Value))],
            Rows = [.. page.Rows.Select(r => r with { Cells = [.. r.Cells.Select(c => c.Rewritten(text))] })],
        };

    private static FormCell Rewritten(this FormCell cell, Func<string, FontRole, string> text) =>
        cell switch
        {
            LabelCell label => label with { Text = text(label.Text, FontRole.Label) },
            ValueCell value => value with { Name = text(value.Name, FontRole.Label), Lines = value.Lines.Rewritten(text) },
            SigningCell signing => signing with
            {
                Name = text(signing.Name, FontRole.Label),
                Lines = signing.Lines.Rewritten(text),
                Box = signing.Box with
                {
                    Name = text(signing.Box.Name, FontRole.Kai),
                    ActingFor = text(signing.Box.ActingFor, FontRole.Kai),
                    Opinion = text(signing.Box.Opinion, FontRole.Value),
                },
                Responsibility = text(signing.Responsibility, FontRole.Value),
                SignatureWord = text(signing.SignatureWord, FontRole.Value),
            },
            _ => cell,
        };

    private static IReadOnlyList<FormLine> Rewritten(this IReadOnlyList<FormLine> lines, Func<string, FontRole, string> text) =>
        [.. lines.Select(l => l with { Pieces = l.Pieces.Rewritten(text) })];

    private static IReadOnlyList<FormPiece> Rewritten(this IReadOnlyList<FormPiece> pieces, Func<string, FontRole, string> text) =>
        [
            .. pieces.Select(p =>
                p switch
                {
                    Words words => words with { Text = text(words.Text, FontRole.Value) },
                    Entered entered => entered with
                    {
                        Text = text(entered.Text, FontRole.Value),
                        Name = text(entered.Name, FontRole.Label),
                    },
                    Tick tick => tick with { Text = text(tick.Text, FontRole.Value) },
                    _ => p,
                }
            ),
        ];
}
