using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Forms;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Ledgers;

/// <summary>The responsibility trace as a list and as the printed record.</summary>
public static class TraceFiles
{
    private static readonly ListField<Line>[] Fields =
    [
        new("序号", 6, l => l.Number, ListKind.Number),
        new("类别", 6, l => l.Kind),
        new("时间", 20, l => l.At),
        new("事项", 18, l => l.What),
        new("环节", 22, l => l.Step),
        new("轮次", 6, l => l.Round, ListKind.Number),
        new("职责", 14, l => l.Duty),
        new("姓名", 10, l => l.Name),
        new("代何人", 10, l => l.ActingFor),
        new("网络地址", 16, l => l.Address),
        new("效力", 10, l => l.Effect),
        new("校验码", 20, l => l.Fingerprint),
        new("正文", 22, l => l.Reading),
        new("意见或说明", 32, l => l.Words),
    ];

    private sealed record Line(string Kind, string At, string What, string Name)
    {
        public int Number { get; init; }

        public string Step { get; init; } = "";

        public int? Round { get; init; }

        public string Duty { get; init; } = "";

        public string ActingFor { get; init; } = "";

        public string Address { get; init; } = "";

        public string Effect { get; init; } = "";

        public string Reading { get; init; } = "";

        public string Fingerprint { get; init; } = "";

        public string Words { get; init; } = "";
    }

    /// <summary>The list to hand out: signatures, prints, holds, files taken away.</summary>
    public static Listing List(ItemTrace t)
    {
        var lines = t
            .Signatures.Select(s => new Line("签署", ItemTrace.Second(s.At), Act(s), s.Name)
            {
                Step = s.Way,
                Round = s.Round,
                Duty = s.Duty.Name(),
                ActingFor = s.ActingFor,
                Address = s.Address,
                Effect = Effect(s),
                Reading = s.Reading,
                Fingerprint = s.Fingerprint,
                Words = s.Opinion,
            })
            .Concat(
                t.Prints.Select(p => new Line("打印", ItemTrace.Second(p.At), $"第{p.Number}次打印表单", p.Name)
                {
                    Fingerprint = p.Fingerprint,
                })
            )
            .Concat(
                t.Holds.SelectMany(h =>
                    Events(h).Select(e => new Line("暂停", ItemTrace.Second(e.At), e.What, e.Who) { Step = h.StepName, Words = e.Why })
                )
            )
            .Concat(t.Reads.Select(r => new Line("取用", ItemTrace.Second(r.At), r.Detail, r.Name) { Address = r.Address }));
        return Listing.Of("流转记录", Fields, lines.Select((l, i) => l with { Number = i + 1 })) with
        {
            Scope = t.WithContent ? $"{t.ShownNumber}　{t.Title}" : t.ShownNumber,
        };
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
                    $"{s.Way}（第{s.Round}轮）{(s.Reading.Length > 0 ? $"；{s.Reading}" : "")}",
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
