using UglyToad.PdfPig;

namespace Disclosure.Core.Files.Reading;

/// <summary>Reads page after page. A page that does not hold together costs itself only, and is counted.</summary>
internal sealed class PdfPages(PdfDocument document, BoundedSink sink, CancellationToken ct)
{
    private const double Garbage = 0.1;
    private const double WholePage = 0.5;
    private const int FewLetters = 30;
    private const int ManyShapes = 300;

    private readonly HashSet<int> notRead = [];
    private readonly Dictionary<string, int> why = [];
    private int pictures;
    private int last;

    /// <summary>True when any page has text, seen or unseen.</summary>
    public bool HasText { get; private set; }

    /// <summary>Pages that do not hold together.</summary>
    public int Broken => why.GetValueOrDefault("已损坏");

    /// <summary>What was counted.</summary>
    public IReadOnlyList<CoveragePart> Coverage
    {
        get
        {
            var reasons = why.Select(w => $"{w.Value} 页{w.Key}").ToList();
            if (last < document.NumberOfPages)
            {
                reasons.Add($"第 {last} 页以后未读");
            }
            var of = new CoveragePart("页", last - notRead.Count, document.NumberOfPages, string.Join("，", reasons));
            return pictures > 0 ? [of, new CoveragePart("张图片", 0, pictures)] : [of];
        }
    }

    /// <summary>Reads a page; the first is 1.</summary>
    public void Read(int number)
    {
        ct.ThrowIfCancellationRequested();
        last = number;
        try
        {
            var page = document.GetPage<PdfPage>(number);
            Look(number, page);
            Hand(number, page);
        }
        catch (Exception e) when (PdfContent.IsDamage(e))
        {
            Note(number, "已损坏", false);
        }
    }

    /// <summary>A page of a document.</summary>
    public static Place Place(int number) =>
        new()
        {
            Part = $"第 {number} 页",
            Page = number,
            Key = $"{number}",
        };

    private void Look(int number, PdfPage page)
    {
        pictures += page.Pictures.Count;
        var letters = page.Letters.Where(l => l.Value != " ").ToList();
        HasText |= letters.Count > 0;
        var garbage = letters.Count(l => l.IsGarbage);
        if (page.IsCut)
        {
            Note(number, "内容过多，未读完", false);
        }
        if (letters.Count == 0 && page.Pictures.Count > 0 || (letters.Count < FewLetters && page.Pictured > WholePage))
        {
            Note(number, "是扫描页没有文字层，须人工逐页审查", false);
        }
        else if (letters.Count == 0 && page.Shapes > ManyShapes)
        {
            Note(number, "的文字可能画成了图形，须人工逐页审查", false);
        }
        if (garbage > letters.Count * Garbage && garbage > 5)
        {
            Note(number, "文本层不可靠，须人工逐页审查", false);
            sink.Observe(
                new Observation(ObservationKind.UnreliableText, Place(number), $"{letters.Count} 个字符中有 {garbage} 个无法识别", garbage)
            );
        }
    }

    private void Hand(int number, PdfPage page)
    {
        // The text of a scan lies unseen upon its picture, where everybody reads it.
        var isScan =
            page.Pictured > WholePage
            && page.Letters.Count(l => l.HiddenBy == PdfHiding.NotDrawn) > page.Letters.Count(l => l.HiddenBy is null && l.Value != " ");
        if (isScan)
        {
            Note(number, "的文字由扫描识别得来，可能有误", true);
        }
        var line = 0;
        foreach (
            var group in page
                .Letters.GroupBy(l => (HiddenBy: isScan && l.HiddenBy == PdfHiding.NotDrawn ? null : l.HiddenBy, Angle: Straight(l.Angle)))
                .OrderBy(g => g.Key.HiddenBy is null ? 0 : 1)
                .ThenBy(g => g.Key.Angle is 0 ? 0 : 1)
                .ToList()
        )
        {
            var (hiddenBy, angle) = group.Key;
            var letters = group.Where(l => l.Value != " ").ToList();
            if (letters.Count > 0)
            {
                var kind = angle % 90 == 0 ? PassageKind.Body : PassageKind.Watermark;
                line = new PdfTables(sink, Place(number), angle % 180 == 0 ? page.Width : page.Height, kind, hiddenBy).Hand(
                    PdfLines.Of(group, angle),
                    line
                );
                Unseen(number, hiddenBy, letters);
            }
        }
    }

    private void Unseen(int number, string? hiddenBy, List<PdfLetter> letters)
    {
        if (hiddenBy is not null)
        {
            var figures = letters.Any(l => char.IsAsciiDigit(l.Value[0]));
            sink.Observe(
                new Observation(
                    ObservationKind.InvisibleText,
                    Place(number),
                    $"{hiddenBy} {letters.Count} 个字{(figures ? "，其中有数字" : "")}",
                    letters.Count
                )
            );
        }
    }

    private void Note(int number, string reason, bool isRead)
    {
        why[reason] = why.GetValueOrDefault(reason) + 1;
        if (!isRead)
        {
            notRead.Add(number);
        }
    }

    // A page laid down a little askew is straight.
    private static int Straight(int angle) => Math.Abs(angle - ((angle + 45) / 90 * 90)) <= 5 ? (angle + 45) / 90 * 90 % 360 : angle;
}
