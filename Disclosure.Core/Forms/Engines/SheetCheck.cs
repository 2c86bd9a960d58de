using Disclosure.Core.Common;

namespace Disclosure.Core.Forms.Engines;

/// <summary>Asked before anything is drawn by whichever engine, so that no form leaves with an empty box in it.</summary>
internal static class SheetCheck
{
    /// <summary>What keeps the sheet from being printed whole, or null.</summary>
    public static Problem? Of(FormSheet sheet, FontStack fonts) =>
        sheet
            .Texts()
            .Append((Text: PagePainter.OwnWords, Role: FontRole.Value))
            .Append((Text: PagePainter.OwnWords, Role: FontRole.Title))
            .Append((Text: sheet.Footnote, Role: FontRole.Value))
            .Select(t => fonts.Missing(t.Text, t.Role))
            .FirstOrDefault(p => p is not null);
}
