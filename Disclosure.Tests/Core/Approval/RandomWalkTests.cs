using CsCheck;
using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Approval;

/// <summary>
/// Twelve thousand random histories of one item in an office so small that everybody holds several duties. After every move that was
/// allowed, what the procedure promises must still be true.
/// </summary>
public sealed class RandomWalkTests
{
    private const int Sequences = 6_000;
    private const int Length = 50;

    // Unit 1 submits, section 2 matches a county's item; for a city item unit 1 is both.
    private static readonly Grants[] People =
    [
        Person(1, new Grant(Duty.Editor, 1)),
        Person(2, new Grant(Duty.Editor, 1), new Grant(Duty.SectionHead, 1), new Grant(Duty.SectionHead, 2)),
        Person(3, new Grant(Duty.SectionHead, 1), new Grant(Duty.SectionHead, 2), new Grant(Duty.DisclosureOffice, null)),
        Person(4, new Grant(Duty.DisclosureOffice, null), new Grant(Duty.DeputyDirector, 1), new Grant(Duty.DeputyDirector, 2)),
        Person(5, new Grant(Duty.DeputyDirector, 1), new Grant(Duty.DeputyDirector, 2), new Grant(Duty.Director, null)),
        Person(6, new Grant(Duty.Editor, 1), new Grant(Duty.CountyChief, 1), new Grant(Duty.PlatformHead, null)),
        Person(7, new Grant(Duty.CountyChief, 1), new Grant(Duty.Editor, 2)),
        // Signs for 4, and edits.
        Person(8, new Grant(Duty.Editor, 1), new Grant(Duty.DisclosureOffice, null, 4, "四"), new Grant(Duty.DeputyDirector, 1, 4, "四"), new Grant(Duty.DeputyDirector, 2, 4, "四")),
        Person(9, new Grant(Duty.PlatformHead, null), new Grant(Duty.DisclosureOffice, null)),
        Person(10, [.. Enum.GetValues<Duty>().Where(d => !d.IsAdministrator()).SelectMany(d => new[] { new Grant(d, d.ReachOf() == Duties.Reach.Bureau ? null : 1), new Grant(d, d.ReachOf() == Duties.Reach.Bureau ? null : 2) })]),
    ];

    private static readonly string[] Targets = ["edit", "edit", "edit", "county-chief", "receipt", "section", "office", "deputy", "director", "platform"];

    // How often each is tried, of a hundred; null is an edit.
    private static readonly MoveKind?[] Kinds =
    [
        .. Enumerable.Repeat<MoveKind?>(MoveKind.Approve, 33), .. Enumerable.Repeat<MoveKind?>(MoveKind.Send, 18), .. Enumerable.Repeat<MoveKind?>(MoveKind.Receive, 9),
        .. Enumerable.Repeat<MoveKind?>(MoveKind.Publish, 9), .. Enumerable.Repeat<MoveKind?>(MoveKind.Return, 11), .. Enumerable.Repeat<MoveKind?>(MoveKind.Retract, 6),
        .. Enumerable.Repeat<MoveKind?>(null, 12), MoveKind.Withdraw, MoveKind.Decline,
    ];

    private static readonly Gen<Attempt> AnyAttempt =
        Gen.Select(Gen.Int[0, 99], Gen.Int[0, People.Length - 1], Gen.Int[0, Targets.Length - 1], Gen.Int[0, 1_000_000], (kind, who, target, dice) => new Attempt(
            kind == 99 ? dice % 5 == 0 ? MoveKind.Stop : MoveKind.Return : Kinds[kind],
            who,
            Targets[target],
            FormatOnly: dice % 2 == 0,
            Choice: (dice / 2 % 11) switch { < 6 => CountyChoice.Website, < 10 => CountyChoice.IntranetOnly, _ => CountyChoice.Refused },
            Finding: dice / 22 % 10 == 0 ? OfficeFinding.Refer : OfficeFinding.Disclose,
            Major: dice / 220 % 12 == 0,
            Stale: dice / 2640 % 20 == 0,
            Objects: dice / 52_800 % 15 == 0,
            PressConference: dice % 7 == 0));

    [Theory]
    [InlineData(RouteCodes.City)]
    [InlineData(RouteCodes.County)]
    public void TwelveThousandHistories_KeepEveryPromise(string route)
    {
        var (published, moves, mended) = (0, 0, 0);
        AnyAttempt.Array[Length].Sample(
            attempts =>
            {
                var paper = new PaperBureau(route, 1, route == RouteCodes.City ? 1 : 2, 1);
                foreach (var attempt in attempts)
                {
                    moves += Step(paper, attempt) ? 1 : 0;
                }
                published += paper.Item.State == ItemState.Published ? 1 : 0;
                mended += paper.Item.State == ItemState.Published && paper.File.Standing.Any(s => s.CarriedOver) ? 1 : 0;
            },
            iter: Sequences, threads: 1);
        // A walk that never arrives would promise nothing.
        Assert.True(published > Sequences / 50 && mended > 5, $"{published} published, {mended} after a return for format, {moves} moves");
    }

    [Theory]
    [InlineData(RouteCodes.City)]
    [InlineData(RouteCodes.County)]
    public async Task PaperAndStore_AgreeOnEveryMove(string route)
    {
        await using var bureau = await Given.BureauAsync();
        var id = await bureau.DraftAsync(route);
        var item = await bureau.SubmissionAsync(id);
        await AnyAttempt.Array[40].SampleAsync(
            async attempts =>
            {
                await using var given = await bureau.CopyAsync();
                var paper = new PaperBureau(route, item.UnitId, item.SectionId, item.OwnerId);
                foreach (var attempt in attempts.Prepend(new Attempt(MoveKind.Send, 0, "edit", false, CountyChoice.Website, OfficeFinding.Disclose, false, false, false, false)))
                {
                    await BothAsync(given, id, paper, attempt);
                }
            },
            iter: 12, threads: 1);
    }

    private static async Task BothAsync(Given given, int id, PaperBureau paper, Attempt attempt)
    {
        var usual = Given.HolderOf(paper.Item.RouteCode, paper.Item.Step);
        var who = attempt.Who switch
        {
            < 6 => usual,
            6 => "gongye.head-office",
            7 => paper.Item.RouteCode == RouteCodes.City ? "gongye.editor-head" : "karuo.editor-chief",
            8 => "delegate",
            _ => (await given.SignaturesAsync(id)).LastOrDefault() is { } last ? Given.Everybody.First(p => given.By(p).StaffId == last.StaffId) : usual,
        };
        var grants = await given.ReadAsync(db => DutyBook.ReadAsync(db, given.By(who).StaffId, given.Today));
        if (attempt.Kind is not { } kind)
        {
            if (paper.Edit(grants, attempt.PressConference))
            {
                await given.EditAsync(id, who, c => (c.Remarks, c.Channels) = (paper.Item.Draft.Remarks, paper.Item.Draft.Channels));
            }
            return;
        }
        // The desk publishes on what is allowed; the paper may try more.
        var tried = kind == MoveKind.Publish ? attempt with { PressConference = false } : attempt;
        if (kind == MoveKind.Publish && paper.Item is { Step: "platform", State: ItemState.UnderWay })
        {
            // Before it publishes the desk ticks what has come in, and has thereby acted.
            paper.Item.Open(given.Now);
        }
        var command = tried.On(paper.Item);
        var onPaper = paper.Try(tried, grants);
        var inStore = await given.DoAsync(id, who, kind, _ => command);
        Assert.True(onPaper.Ok == inStore.Ok, $"{who} {kind}: {onPaper.Problem} / {inStore.Problem}");
        Assert.Equal(Picture(paper.File), Picture(await given.CaseAsync(id)));
    }

    private static string Picture(CaseFile f) => $"{f.Item.State} {f.Item.Step} {f.Item.Version} {f.Item.Round} {f.Item.ResumeAt} {f.Item.CountyChoice} {f.Item.DirectorRequired} {f.Item.Furthest}\n"
        + string.Join('\n', f.Signatures.Select(s => $"{s.Kind} {s.Step}>{s.ToStep} {s.Round} {s.StaffId} {s.ActingForId} {s.Standing} {s.CarriedOver} {s.Tier}"));

    private static bool Step(PaperBureau paper, Attempt attempt)
    {
        var (before, number, who) = (paper.Item.Version, paper.Item.Number, People[attempt.Who]);
        if (attempt.Kind is null)
        {
            paper.Edit(who, attempt.PressConference);
            Assert.Equal(before, paper.Item.Version);
            return false;
        }
        // A random person is seldom the one who may: mostly somebody who may is asked.
        if (!attempt.Stale && Judge.May(paper.File, attempt.Kind.Value, who) is { Ok: false }
            && People.FirstOrDefault(p => Judge.May(paper.File, attempt.Kind.Value, p).Ok) is { } other && attempt.Who % 3 != 0)
        {
            who = other;
        }
        var outcome = paper.Try(attempt, who);
        Assert.Equal(outcome.Ok ? before + 1 : before, paper.Item.Version);
        Assert.True(number is null || number == paper.Item.Number);
        Promises(paper);
        return outcome.Ok;
    }

    private static void Promises(PaperBureau paper)
    {
        var (item, file) = (paper.Item, paper.File);
        Assert.Contains(item.Step, file.Route.Steps.Select(s => s.Code));
        Assert.True(item.Ended || item.Editable == (item.Step == "edit"), $"{item.State} at {item.Step}");
        Assert.True(item.Number is not null || item.State is ItemState.Draft or ItemState.Withdrawn or ItemState.Stopped);
        if (item.State is ItemState.UnderWay or ItemState.Published)
        {
            EveryEarlierStepSigned(file);
            NobodySignsOwnWork(file);
            NobodySignsTwoReviews(file);
        }
        if (item.State == ItemState.Published)
        {
            Assert.Contains(file.Standing, s => s.Step == "platform" && s.Fingerprint == file.Revision!.Fingerprint);
            var county = file.Standing.LastOrDefault(s => s.Step == "county-chief")?.Particulars.CountyChoice;
            Assert.NotEqual(CountyChoice.Refused, county);
            Assert.True(county != CountyChoice.IntranetOnly || paper.PublishedOn.All(c => c == Channel.Intranet));
            Assert.Empty(paper.PublishedOn.Except(file.Content.Channels));
        }
    }

    private static void EveryEarlierStepSigned(CaseFile file)
    {
        var director = file.Content.Channels.Contains(Channel.PressConference) || file.Standing.Any(s => s is { Particulars.Major: true, Step: "section" or "office" or "deputy" });
        foreach (var step in file.Route.Steps.TakeWhile(s => s.Code != file.Item.Step).Where(s => s.Code != "director" || director))
        {
            var signed = file.Standing.LastOrDefault(s => s.Step == step.Code);
            Assert.True(signed is not null, $"at {file.Item.Step} without the signature of {step.Code}");
            // Carried over only for format, never the editor's, the county chief's, the last review's or the director's.
            Assert.True(
                signed.Fingerprint == file.Revision!.Fingerprint || (signed.CarriedOver && step.Code is "receipt" or "section" or "office"),
                $"the signature of {step.Code} is bound to another content");
        }
    }

    private static void NobodySignsOwnWork(CaseFile file)
    {
        var authors = file.Contributions.Where(c => c.Round == file.Item.Round).Select(c => c.StaffId).ToHashSet();
        Assert.DoesNotContain(file.Standing, s => s.Step != "edit" && (authors.Contains(s.StaffId) || (s.ActingForId is { } p && authors.Contains(p))));
    }

    private static void NobodySignsTwoReviews(CaseFile file)
    {
        var hands = file.Standing.Where(s => s.Tier is not null).SelectMany(s => new[] { (s.StaffId, s.Tier), (StaffId: s.ActingForId ?? s.StaffId, s.Tier) });
        Assert.DoesNotContain(hands.GroupBy(h => h.StaffId), g => g.Select(h => h.Tier).Distinct().Count() > 1);
    }

    private static Grants Person(int id, params Grant[] grants) => new(id, $"{id} 号", 1, grants);
}
