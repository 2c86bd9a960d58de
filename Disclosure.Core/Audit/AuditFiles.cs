using System.Globalization;
using Disclosure.Core.Common;

namespace Disclosure.Core.Audit;

/// <summary>The chain to hand out.</summary>
public static class AuditFiles
{
    /// <summary>Its columns.</summary>
    public static IReadOnlyList<ListField<AuditLine>> Fields { get; } =
    [
        new("序号", 8, l => l.Seq, ListKind.Number),
        new("时间", 19, l => BureauTime.Local(l.At).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
        new("人员", 12, l => l.Who),
        new("职责", 14, l => l.Duty),
        new("代何人", 10, l => l.ActingFor),
        new("代码", 16, l => l.Action),
        new("事项", 44, l => l.Detail),
        new("稿件序号", 7, l => l.SubmissionId, ListKind.Number),
        new("地址", 13, l => l.Address),
        new("散列", 36, l => l.Hash),
    ];

    /// <summary>The first lines of the chain.</summary>
    /// <param name="total">How many match.</param>
    public static Listing List(AuditFilter filter, IReadOnlyList<AuditLine> lines, int total) =>
        Listing.Of("审计记录", Fields, lines) with
        {
            Total = total,
            Scope = Listing.Searched(filter.Text),
        };
}
