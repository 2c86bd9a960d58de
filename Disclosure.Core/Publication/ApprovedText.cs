using System.Text.RegularExpressions;
using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Publication;

/// <summary>What of a file a reader of the page sees: no hidden sheets, no comments, no headers and page numbers.</summary>
public static partial class ApprovedText
{
    /// <summary>Lines to compare.</summary>
    public static IReadOnlyList<ApprovedLine> Lines(FileText text) =>
        [
            .. Parts(text)
                .SelectMany(p => p.Kind == PartKind.Page ? p.Lines.Where((l, i) => !IsPageNumber(l.Text, i, p.Lines.Count)) : p.Lines)
                .Select(l => new ApprovedLine(l.Text, l.Kind is LineKind.Item or LineKind.Heading)),
        ];

    /// <summary>Parts that a reader of the page sees.</summary>
    public static IEnumerable<TextPart> Parts(FileText text) =>
        text.Parts.Where(p => !p.Hidden && p.Kind is PartKind.Body or PartKind.Sheet or PartKind.Page or PartKind.Note);

    private static bool IsPageNumber(string line, int at, int count) => (at == 0 || at == count - 1) && PageNumber().IsMatch(line);

    [GeneratedRegex(@"^\s*(第\s*)?[-—–－·]?\s*\d{1,4}\s*[-—–－·]?\s*(页.{0,12})?$", RegexOptions.None, 1000)]
    private static partial Regex PageNumber();
}
