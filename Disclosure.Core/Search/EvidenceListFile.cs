using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Evidence;
using Disclosure.Core.Examiner;
using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Search;

/// <summary>The evidence of an item as a list to hand out, masked.</summary>
public static class EvidenceListFile
{
    private static readonly ListField<EvidenceRow>[] Fields =
    [
        new("文件", 24, r => r.FileName),
        new("位置", 16, r => r.Place.ToString()),
        new("规则", 8, r => r.Rule.Code),
        new("名称", 18, r => r.Rule.Name),
        new("审查项", 8, r => r.Rule.Criterion),
        new("严重程度", 8, r => r.Severity.Name()),
        new("把握", 8, r => r.Confidence.Name()),
        new("摘录（已遮盖）", 28, r => r.Masked),
        new("说明", 32, r => r.Why),
        new("建议", 24, r => r.Action),
        new("门槛", 14, r => r.Measure),
        new("判断", 8, r => Said(r) is { } said ? Judged(said.Holds) : ""),
        new("理由", 20, r => Said(r)?.Remark),
        new("判断人", 14, r => Said(r) is { } said ? $"{said.Step} {said.Name}" : ""),
    ];

    /// <summary>Makes the list.</summary>
    public static Listing Of(ItemEvidence evidence) => Listing.Of("证据清单", Fields, evidence.Rows);

    private static string Judged(bool holds) => holds ? "属实" : "不属实";

    private static EvidenceSaid? Said(EvidenceRow r) => r.Own ?? (r.Others is [.., var last] ? last : null);
}
