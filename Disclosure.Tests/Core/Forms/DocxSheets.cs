using Disclosure.Core.Forms;
using Disclosure.Core.Printing;
using QRCoder;

namespace Disclosure.Tests.Core.Forms;

/// <summary>Sheets that the DOCX engine is tried with: every form blank and filled, and forms with more in them than fits.</summary>
internal static class DocxSheets
{
    /// <summary>Every form, blank and filled.</summary>
    public static IReadOnlyDictionary<string, FormSheet> Library { get; } =
        FormLibrary.All.SelectMany(f => new[] { ($"{f.Name} blank", f.Blank), ($"{f.Name} sample", f.Sample) }).ToDictionary();

    /// <summary>Both main forms with everything long.</summary>
    public static IReadOnlyDictionary<string, FormSheet> Overlong { get; } =
        new Dictionary<string, FormSheet>
        {
            ["county overlong"] = CountyReviewForm.Sheet(County()),
            ["city overlong"] = ReleaseApprovalForm.Sheet(City()),
        };

    /// <summary>A preview with Tibetan, rare characters, a signature by pen on an earlier print, and handwriting.</summary>
    public static FormSheet Mixed { get; } =
        ReleaseApprovalForm.Sheet(
            FormSamples.ReleaseApproval with
            {
                Item = FormSamples.ReleaseApproval.Item with { Title = "བཀྲ་ཤིས་བདེ་ལེགས། 昌都ཆབ་མདོ་གྲོང་ཁྱེར།" },
                Steps = FormSamples
                    .ReleaseApproval.Steps.With(
                        "section",
                        s =>
                            s with
                            {
                                Name = "喆堃珺赟",
                                SignedInSystem = null,
                                SignedOnPrint = 3,
                                Opinion = "一、同意。\n二、请核对附表。",
                            }
                    )
                    .With("director", s => s with { Handwriting = Handwriting() }),
                Print = FormSamples.ReleaseApproval.Print with { Status = "仅供预览" },
            }
        );

    /// <summary>All of them.</summary>
    public static IReadOnlyDictionary<string, FormSheet> All { get; } = Library.Concat(Overlong).Append(new("mixed", Mixed)).ToDictionary();

    /// <summary>Names for theories.</summary>
    public static Xunit.TheoryData<string> Names() => [.. All.Keys];

    /// <summary>
    /// Texts that the sheet shows, without the names that only a continuation page would use and names that handwriting stands for.
    /// </summary>
    public static IEnumerable<string> Shown(FormSheet sheet)
    {
        var cells = sheet.Pages.SelectMany(p => p.Rows).SelectMany(r => r.Cells).ToList();
        var hidden = cells
            .Select(c =>
                c switch
                {
                    ValueCell v => v.Name,
                    SigningCell s => s.Name,
                    _ => "",
                }
            )
            .Concat(
                cells
                    .SelectMany(c =>
                        c switch
                        {
                            ValueCell v => v.Lines,
                            SigningCell s => s.Lines,
                            _ => [],
                        }
                    )
                    .SelectMany(l => l.Pieces)
                    .OfType<Entered>()
                    .Select(e => e.Name)
            )
            .Concat(
                cells.OfType<SigningCell>().Where(s => s.Box.Handwriting is not null).SelectMany(s => new[] { s.Box.Name, s.Box.ActingFor })
            )
            .ToHashSet();
        return sheet.Texts().Select(t => t.Text).Where(t => !hidden.Contains(t));
    }

    /// <summary>A text of that many characters with figures in it.</summary>
    public static string Long(int length) =>
        string.Concat(
            Enumerable.Range(1, length / 8).Select(i => $"第{i}项，经核对2025年数据为{i * 37}.5亿元（同比增长{i % 9}.{i % 7}%）。")
        )[..length];

    private static SignatureBox Box() =>
        new()
        {
            Name = "长名字的负责人员",
            Opinion = Long(2000),
            Day = new(2026, 12, 31),
            ActingFor = "另一位负责人",
        };

    private static CountyReviewRecord County() =>
        FormSamples.CountyReview with
        {
            Steps = FormSamples.CountyReview.Steps.Full(Box(), Box()),
            Item = FormSamples.CountyReview.Item with
            {
                Title = Long(500),
                Remarks = Long(400),
                WithholdingGround = Long(200),
                Attribute = "不予公开",
            },
        };

    private static ReleaseApprovalRecord City()
    {
        var (county, box) = (County(), Box() with { Name = new string('长', 40), SignedInSystem = DateTime.UnixEpoch });
        return FormSamples.ReleaseApproval with { Steps = FormSamples.ReleaseApproval.Steps.Full(box, Box()), Item = county.Item };
    }

    private static HandwritingPicture Handwriting() => new(PngByteQRCodeHelper.GetQRCode("签名", QRCodeGenerator.ECCLevel.L, 4), 300, 90);
}
