using System.Globalization;
using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Forms;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Ledgers;

/// <summary>The responsibility trace as a table for office programs and as the printed record.</summary>
public static class TraceFiles
{
    private static readonly string[] Head =
    [
        "序号",
        "类别",
        "时间",
        "事项",
        "环节",
        "轮次",
        "职责",
        "姓名",
        "代何人",
        "网络地址",
        "效力",
        "校验码",
        "意见或说明",
    ];

    /// <summary>Bytes of the table: signatures, prints, holds, files taken away.</summary>
    public static byte[] ToCsv(ItemTrace t)
    {
        var lines = t
            .Signatures.Select(s =>
                new[]
                {
                    "签署",
                    ItemTrace.Second(s.At),
                    Act(s),
                    s.Way,
                    s.Round.ToString(CultureInfo.InvariantCulture),
                    s.Duty.Name(),
                    s.Name,
                    s.ActingFor,
                    s.Address,
                    Effect(s),
                    s.Fingerprint,
                    s.Opinion,
                }
            )
            .Concat(
                t.Prints.Select(p =>
                    new[] { "打印", ItemTrace.Second(p.At), $"第{p.Number}次打印表单", "", "", "", p.Name, "", "", "", p.Fingerprint, "" }
                )
            )
            .Concat(
                t.Holds.SelectMany(h =>
                    Events(h)
                        .Select(e => new[] { "暂停", ItemTrace.Second(e.At), e.What, h.StepName, "", "", e.Who, "", "", "", "", e.Why })
                )
            )
            .Concat(t.Reads.Select(r => new[] { "取用", ItemTrace.Second(r.At), r.Detail, "", "", "", r.Name, "", r.Address, "", "", "" }));
        return Csv.File([Head, .. lines.Select((l, i) => (IReadOnlyList<string>)[(i + 1).ToString(CultureInfo.InvariantCulture), .. l])]);
    }

    /// <summary>The plain record the printed sheet is made from.</summary>
    /// <param name="now">UTC of the printing.</param>
    public static FlowRecord Record(ItemTrace t, DateTime now) =>
        new()
        {
            Number = t.ShownNumber,
            Title = t.WithContent ? t.Title : "（审计核查用，不含稿件内容）",
            Unit = t.Unit == t.Section ? t.Unit : $"{t.Unit}（对口：{t.Section}）",
            State = t.State.Name(),
            PrintedAt = ItemTrace.Second(now),
            Entries =
            [
                .. t.Signatures.Select(s => new FlowEntry(
                    ItemTrace.Second(s.At),
                    $"{Act(s)}　{Effect(s)}",
                    $"{s.Way}（第{s.Round}轮）",
                    s.Duty.Name(),
                    s.Who,
                    s.Address,
                    Fingerprint.Short(s.Fingerprint),
                    s.Opinion
                )),
            ],
            Others =
            [
                .. t.Prints.Select(p => new FlowNote(
                    ItemTrace.Second(p.At),
                    $"第{p.Number}次打印表单，校验码 {Fingerprint.Short(p.Fingerprint)}",
                    p.Name
                )),
                .. t.Holds.SelectMany(h =>
                    Events(h).Select(e => new FlowNote(ItemTrace.Second(e.At), e.Why.Length > 0 ? $"{e.What}：{e.Why}" : e.What, e.Who))
                ),
                .. t.Reads.Select(r => new FlowNote(ItemTrace.Second(r.At), r.Detail, $"{r.Name} {r.Address}".TrimEnd())),
            ],
        };

    private static string Effect(TraceSignature s) => s.Mark.Length > 0 ? $"{s.Effect}（{s.Mark}）" : s.Effect;

    private static string Act(TraceSignature s) => s.Tier is { } tier ? $"{s.Kind.Name()}（{tier.Name()}）" : s.Kind.Name();

    private static IEnumerable<(DateTime At, string What, string Who, string Why)> Events(TraceHold h)
    {
        yield return (h.OpenedAt, $"暂停：{h.Kind.Name()}", h.OpenedBy, h.Reason);
        if (h.ClosedAt is { } closed)
        {
            yield return (closed, $"暂停办结：{h.Kind.Name()}，{h.Outcome?.Name()}", h.ClosedBy, "");
        }
    }
}
