using System.Globalization;
using Disclosure.Core.Files.Formats;

namespace Disclosure.Core.Interpretation;

/// <summary>The list of policy documents and interpretations as files.</summary>
public static class InterpretationFiles
{
    private static readonly string[] Head = ["编号", "政策文件", "责任科室", "发布日期", "解读", "解读期限", "超期", "说明"];

    /// <summary>Bytes of the CSV.</summary>
    public static byte[] ToCsv(IEnumerable<InterpretationRow> rows) => Csv.File(rows.Select(Line).Prepend(Head));

    private static IReadOnlyList<string> Line(InterpretationRow r) =>
        [r.Number, r.Title, r.Section, Day(r.PublishedOn), r.State.Name(), Day(r.Due), r.Late ? "是" : "否", r.Words];

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
