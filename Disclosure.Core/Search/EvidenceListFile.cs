using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Evidence;
using Disclosure.Core.Examiner;
using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Search;

/// <summary>The evidence of an item as a list to hand out, masked.</summary>
public static class EvidenceListFile
{
    private static readonly string[] Head =
    [
        "文件",
        "位置",
        "规则",
        "名称",
        "审查项",
        "严重程度",
        "把握",
        "摘录（已遮盖）",
        "说明",
        "建议",
        "门槛",
        "判断",
        "理由",
        "判断人",
    ];

    /// <summary>Makes the list.</summary>
    public static ListFile Of(ItemEvidence evidence, DateTime now) =>
        new($"证据清单{BureauTime.Day(now):yyyyMMdd}", Head, [.. evidence.Rows.Select(r => (IReadOnlyList<string>)Cells(r))]);

    private static string[] Cells(EvidenceRow r)
    {
        var said = r.Own ?? (r.Others is [.., var last] ? last : null);
        return
        [
            r.FileName,
            r.Place.ToString(),
            r.Rule.Code,
            r.Rule.Name,
            r.Rule.Criterion,
            r.Severity.Name(),
            r.Confidence.Name(),
            r.Masked,
            r.Why,
            r.Action,
            r.Measure,
            said is null ? ""
            : said.Holds ? "属实"
            : "不属实",
            said?.Remark ?? "",
            said is null ? "" : $"{said.Step} {said.Name}",
        ];
    }
}
