using Disclosure.Core.Forms;
using Disclosure.Core.Printing;

namespace Disclosure.Tests.Core.Forms;

/// <summary>Changes the boxes of a form by the code of their step.</summary>
internal static class SigningRows
{
    /// <summary>The rows with another signature in one box, and with another line in it where one is given.</summary>
    public static IReadOnlyList<SigningRow> With(
        this IReadOnlyList<SigningRow> rows,
        string step,
        Func<SignatureBox, SignatureBox> change,
        FormLine? line = null
    ) => [.. rows.Select(r => r.Key != step ? r : r with { Signature = change(r.Signature), Lines = line is null ? r.Lines : [line] })];

    /// <summary>The rows with a signature in every box and long lines where the office finds and the platform publishes.</summary>
    public static IReadOnlyList<SigningRow> Full(this IReadOnlyList<SigningRow> rows, SignatureBox box, SignatureBox officeAndPlatform)
    {
        IReadOnlyList<SigningRow> signed = [.. rows.Select(r => r with { Signature = box })];
        return signed
            .With("office", _ => officeAndPlatform, BoxLines.Finding("报请确定", DocxSheets.Long(300)))
            .With("platform", _ => officeAndPlatform, BoxLines.Publication(false, null, "https://" + new string('a', 400)));
    }

    /// <summary>The form as it is filled in by hand.</summary>
    public static FormSheet Blank(string name) => FormLibrary.All.Single(f => f.Name == name).Blank;
}
