using Disclosure.Core.Approval;
using Disclosure.Core.Ledgers;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Ledgers;

/// <summary>A November by hand: seven items whose every move is known.</summary>
internal static class GivenLedgers
{
    public static readonly LedgerMonth November = new(2026, 11);

    /// <summary>Undecided, and not for public comment.</summary>
    public static IReadOnlyList<Answer> Undecided =>
        Given.With(Criteria.Undecided, a => a with { Yes = true, Remark = "方案尚在讨论", PublicComment = false });

    /// <summary>
    /// City: one published, one postponed by the office, one stopped by the head, one waiting since the 24th, one since the 27th.
    /// County: one signed late by the chief and returned by the office, one withheld after the office took three working days.
    /// </summary>
    public static async Task<Given> NovemberAsync()
    {
        var given = await Given.BureauAsync();
        await given.ItemAsync(RouteCodes.City, "");
        await PostponedAsync(given);
        var stopped = await given.ItemAsync(RouteCodes.City, "section");
        Given.Must(await given.DoAsync(stopped, "gongye.head", MoveKind.Stop));
        var returned = await given.ItemAsync(RouteCodes.County, "county-chief");
        given.WaitUntil(new DateTime(2026, 11, 6, 9, 0, 0));
        await given.WalkAsync(returned, "office");
        Given.Must(await given.DoAsync(returned, "office.1", MoveKind.Return));
        var withheld = await given.ItemAsync(RouteCodes.County, "office");
        given.WaitUntil(new DateTime(2026, 11, 11, 9, 0, 0));
        await WithholdAsync(given, withheld);
        given.WaitUntil(new DateTime(2026, 11, 24, 9, 0, 0));
        await given.ItemAsync(RouteCodes.City, "section");
        given.WaitUntil(new DateTime(2026, 11, 27, 9, 0, 0));
        await given.ItemAsync(RouteCodes.City, "section");
        given.WaitUntil(new DateTime(2026, 12, 1, 9, 0, 0));
        return given;
    }

    /// <summary>An item the office has halted as undecided.</summary>
    public static async Task<int> PostponedAsync(Given given)
    {
        var id = await given.ItemAsync(RouteCodes.City, "office");
        Given.Must(
            await given.DoAsync(
                id,
                "office.1",
                MoveKind.Hold,
                c =>
                    c with
                    {
                        Answers = Undecided,
                        Hold = HoldKind.Postponement,
                        HoldCriterion = Criteria.Undecided,
                        HoldPapers = new HoldPapers { Measures = "会议定稿后再报" },
                    }
            )
        );
        return id;
    }

    /// <summary>The office finds 不予公开, the deputy confirms.</summary>
    public static async Task WithholdAsync(Given given, int id)
    {
        Given.Must(
            await given.DoAsync(
                id,
                "office.1",
                MoveKind.Approve,
                c => c with { Finding = OfficeFinding.Withhold, Ground = WithholdingGround.TradeSecret, FindingBasis = "条例第十五条" }
            )
        );
        Given.Must(await given.DoAsync(id, "deputy", MoveKind.Decline));
    }

    /// <summary>The ledger as somebody sees it.</summary>
    public static Task<LedgerView?> LedgerAsync(this Given given, LedgerMonth month, string who) =>
        given.Get<LedgerQueries>().MonthAsync(month, given.By(who), given.Now);

    /// <summary>The line of a unit.</summary>
    public static LedgerLine Line(this LedgerView view, string code) => view.Ledger.Lines.Single(l => l.Code == code);

    /// <summary>What of a line is not 0.</summary>
    public static string Said(this LedgerLine line) => string.Join(' ', line.Counts.OrderBy(c => c.Key).Select(c => $"{c.Key}={c.Value}"));
}
