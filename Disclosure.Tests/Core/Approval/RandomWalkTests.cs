using CsCheck;
using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Approval;

/// <summary>
/// Twelve thousand random histories of one item in an office so small that everybody holds several duties. After every move that was
/// allowed, what the procedure promises must still be true.
/// </summary>
[Slow]
public sealed class RandomWalkTests
{
    // Each run walks other ways; eng/test --long walks four times as many.
    private static readonly int Sequences = Walks.Of(1_500);
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
        Person(
            8,
            new Grant(Duty.Editor, 1),
            new Grant(Duty.DisclosureOffice, null, 4, "四"),
            new Grant(Duty.DeputyDirector, 1, 4, "四"),
            new Grant(Duty.DeputyDirector, 2, 4, "四")
        ),
        Person(9, new Grant(Duty.PlatformHead, null), new Grant(Duty.DisclosureOffice, null)),
        Person(
            10,
            [
                .. Enum.GetValues<Duty>()
                    .Where(d => !d.IsAdministrator())
                    .SelectMany(d =>
                        new[]
                        {
                            new Grant(d, d.ReachOf() == Duties.Reach.Bureau ? null : 1),
                            new Grant(d, d.ReachOf() == Duties.Reach.Bureau ? null : 2),
                        }
                    ),
            ]
        ),
    ];

    private static readonly string[] Targets =
    [
        "edit",
        "edit",
        "edit",
        "county-chief",
        "receipt",
        "section",
        "office",
        "deputy",
        "director",
        "platform",
    ];

    // How often each is tried, of a hundred; null is an edit.
    private static readonly MoveKind?[] Kinds =
    [
        .. Enumerable.Repeat<MoveKind?>(MoveKind.Approve, 31),
        .. Enumerable.Repeat<MoveKind?>(MoveKind.Send, 17),
        .. Enumerable.Repeat<MoveKind?>(MoveKind.Receive, 8),
        .. Enumerable.Repeat<MoveKind?>(MoveKind.Publish, 9),
        .. Enumerable.Repeat<MoveKind?>(MoveKind.Return, 8),
        .. Enumerable.Repeat<MoveKind?>(MoveKind.Retract, 4),
        .. Enumerable.Repeat<MoveKind?>(null, 9),
        .. Enumerable.Repeat<MoveKind?>(MoveKind.Hold, 4),
        .. Enumerable.Repeat<MoveKind?>(MoveKind.Resume, 7),
        MoveKind.Withdraw,
        MoveKind.Decline,
    ];

    private static readonly Gen<Attempt> AnyAttempt = Gen.Select(
        Gen.Int[0, 99],
        Gen.Int[0, People.Length - 1],
        Gen.Int[0, Targets.Length - 1],
        Gen.Int,
        Gen.Int[0, 1_000_000],
        (kind, who, target, dice, review) =>
            new Attempt(
                kind == 99
                    ? dice % 5 == 0
                        ? MoveKind.Stop
                        : MoveKind.Return
                    : Kinds[kind],
                who,
                Targets[target],
                dice,
                review
            )
    );

    [Theory]
    [InlineData(RouteCodes.City)]
    [InlineData(RouteCodes.County)]
    public void ThousandsOfHistories_KeepEveryPromise(string route)
    {
        var (published, moves, mended, cleared, processed, exceptions, withheld) = (0, 0, 0, 0, 0, 0, 0);
        AnyAttempt
            .Array[Length]
            .Sample(
                attempts =>
                {
                    var paper = new PaperBureau(route, 1, route == RouteCodes.City ? 1 : 2, 1);
                    foreach (var attempt in attempts)
                    {
                        moves += Step(paper, attempt) ? 1 : 0;
                    }
                    var (file, done) = (paper.File, paper.Item.State == ItemState.Published);
                    published += done ? 1 : 0;
                    mended += done && file.Standing.Any(s => s.CarriedOver) ? 1 : 0;
                    cleared += done && file.ReviewFor(0).Cleared.Any(h => h.Kind != HoldKind.Redaction) ? 1 : 0;
                    processed += done && file.ReviewFor(0).Cleared.Any(h => h.Kind == HoldKind.Redaction) ? 1 : 0;
                    exceptions += done && file.Standing.Any(s => s.Answers.Any(a => a.RestsOnException)) ? 1 : 0;
                    withheld += paper.Item.State == ItemState.Declined && file.WithholdingProposed ? 1 : 0;
                },
                iter: Sequences,
                threads: 1
            );
        // A walk that never arrives would promise nothing.
        var came =
            $"{published} published, {mended} after a return for format, {cleared} after a hold, {processed} processed, {exceptions} by "
            + $"exception, {withheld} withheld, {moves} moves";
        var few = Sequences * 5 / 6_000;
        Assert.True(
            published > Sequences / 50 && mended > few && cleared > few && processed > few && exceptions > few && withheld > few,
            came
        );
        TestContext.Current.TestOutputHelper?.WriteLine(came);
    }

    [Theory]
    [InlineData(RouteCodes.City)]
    [InlineData(RouteCodes.County)]
    public async Task PaperAndStore_AgreeOnEveryMove(string route)
    {
        await using var bureau = await Given.BureauAsync();
        var id = await bureau.DraftAsync(route);
        var item = await bureau.SubmissionAsync(id);
        await AnyAttempt
            .Array[40]
            .SampleAsync(
                async attempts =>
                {
                    await using var given = await bureau.CopyAsync();
                    var paper = new PaperBureau(route, item.UnitId, item.SectionId, item.OwnerId);
                    foreach (var attempt in attempts.Prepend(new Attempt(MoveKind.Send, 0, "edit", 1, 1)))
                    {
                        await BothAsync(given, id, paper, attempt);
                    }
                    // Whatever was done with it, the program's own acts are never what the verifier calls tampering.
                    Assert.Empty((await given.Get<AuditVerifier>().VerifyAsync()).Faults);
                },
                iter: 12,
                threads: 1
            );
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
            _ => (await given.SignaturesAsync(id)).LastOrDefault() is { } last
                ? Given.Everybody.First(p => given.By(p).StaffId == last.StaffId)
                : usual,
        };
        var grants = await given.ReadAsync(db => DutyBook.ReadAsync(db, given.By(who).StaffId, given.Today));
        if (attempt.Kind is not { } kind)
        {
            var had = paper.HasBody;
            if (paper.Edit(grants, attempt.PressConference, attempt.NewText, attempt.NewFile))
            {
                await given.EditAsync(
                    id,
                    who,
                    c =>
                    {
                        Given.Complete(c);
                        (c.Remarks, c.Channels, c.Summary) = (
                            paper.Item.Draft.Remarks,
                            paper.Item.Draft.Channels,
                            paper.Item.Draft.Summary
                        );
                    }
                );
                if (attempt.NewFile || !had)
                {
                    await given.ReplaceBodyAsync(id, who, $"正文 {Guid.NewGuid()}");
                }
            }
            return;
        }
        if (kind == MoveKind.Publish && paper.Item is { Step: "platform", State: ItemState.UnderWay })
        {
            // Before it publishes the platform ticks what has come in, and has thereby acted.
            paper.Item.Open(given.Now);
        }
        var command = attempt.On(paper.File, papers: false, trouble: false);
        if (
            kind == MoveKind.Resume
            && paper.File.OpenHold is not null
            && command.Version == paper.Item.Version
            && Judge.May(paper.File, MoveKind.Resume, grants).Ok
        )
        {
            var entered = await given.EnterAsync(id, who, _ => command.HoldPapers);
            Assert.True(
                entered.Ok,
                $"{who}, who may end the hold {paper.File.OpenHold!.Kind} at {paper.Item.Step} ({paper.Item.State}), may not write its "
                    + $"papers: {entered.Problem}"
            );
        }
        // The desk publishes on what is allowed; the paper could try more.
        var onPaper = paper.Try(command, grants, pressConference: false);
        var inStore = await given.DoAsync(id, who, kind, _ => command);
        Assert.True(onPaper.Ok == inStore.Ok, $"{who} {kind}: {onPaper.Problem} / {inStore.Problem}");
        Assert.Equal(Picture(paper.File), Picture(await given.CaseAsync(id)));
    }

    private static string Picture(CaseFile f) =>
        $"{f.Item.State} {f.Item.Step} {f.Item.Version} {f.Item.Round} {f.Item.ResumeAt} {f.Item.CountyChoice} {f.Item.DirectorRequired} "
        + $"{f.Item.Furthest}\n"
        + string.Join(
            '\n',
            f.Signatures.Select(s =>
                $"{s.Kind} {s.Step}>{s.ToStep} {s.Round} {s.StaffId} {s.ActingForId} {s.Standing} {s.CarriedOver} {s.Tier}"
            )
        )
        + string.Join('\n', f.Holds.Select(h => $"{h.Kind} {h.Criterion} {h.Step} {h.Round} {h.Open} {h.Outcome}"));

    // People mostly try what the item asks for; the rest of the time anything.
    private static Attempt Sensible(PaperBureau paper, Attempt a) =>
        (paper.Item, a.Kind) switch
        {
            _ when a.Roll(4, 30) == 0 => a,
            ({ State: ItemState.Held }, _) => a with { Kind = MoveKind.Resume },
            ({ Editable: true }, MoveKind.Approve or MoveKind.Receive or MoveKind.Publish) => a with
            {
                Kind = a.Roll(3, 31) == 0 ? null : MoveKind.Send,
            },
            ({ Step: "platform" }, MoveKind.Approve or MoveKind.Send or MoveKind.Receive) => a with { Kind = MoveKind.Publish },
            ({ Step: "receipt" }, MoveKind.Approve or MoveKind.Send) => a with { Kind = MoveKind.Receive },
            ({ State: ItemState.UnderWay }, MoveKind.Send or MoveKind.Receive or MoveKind.Resume or null) => a with
            {
                Kind = MoveKind.Approve,
            },
            (_, MoveKind.Hold) => a with { Review = a.Review / 3 * 3 },
            _ => a,
        };

    private static bool Step(PaperBureau paper, Attempt tried)
    {
        var attempt = Sensible(paper, tried);
        var (before, number, who) = (paper.Item.Version, paper.Item.Number, People[attempt.Who]);
        if (attempt.Kind is null)
        {
            paper.Edit(who, attempt.PressConference, attempt.NewText, attempt.NewFile);
            Assert.Equal(before, paper.Item.Version);
            return false;
        }
        // A random person is seldom the one who may: mostly somebody who may is asked.
        if (
            !attempt.Stale
            && Judge.May(paper.File, attempt.Kind.Value, who) is { Ok: false }
            && People.FirstOrDefault(p => Judge.May(paper.File, attempt.Kind.Value, p).Ok) is { } other
            && attempt.Who % 3 != 0
        )
        {
            who = other;
        }
        var outcome = paper.Try(attempt.On(paper.File, papers: true, trouble: true), who, attempt.PressConference);
        Assert.Equal(outcome.Ok ? before + 1 : before, paper.Item.Version);
        Assert.True(number is null || number == paper.Item.Number);
        Promises(paper);
        return outcome.Ok;
    }

    private static void Promises(PaperBureau paper)
    {
        var (item, file) = (paper.Item, paper.File);
        Assert.Contains(item.Step, file.Route.Steps.Select(s => s.Code));
        Assert.True(item.Ended || item.State == ItemState.Held || item.Editable == (item.Step == "edit"), $"{item.State} at {item.Step}");
        Assert.True(item.Number is not null || item.State is ItemState.Draft or ItemState.Held or ItemState.Withdrawn or ItemState.Stopped);
        Assert.True(file.Holds.Count(h => h.Open) <= 1);
        Assert.Equal(item.State == ItemState.Held, file.OpenHold is { Kind: not HoldKind.Redaction });
        Assert.True(file.OpenHold is not { Kind: HoldKind.Redaction } || item.Editable, $"a version to be processed at {item.Step}");
        if (item.State is ItemState.UnderWay or ItemState.Published)
        {
            EveryEarlierStepSigned(file);
            NobodySignsOwnWork(file);
            NobodySignsTwoReviews(file);
            NobodySignsTwoLevels(file);
        }
        if (item.State == ItemState.Published)
        {
            Assert.Contains(file.Standing, s => s.Step == "platform" && s.Fingerprint == file.Revision!.Fingerprint);
            var county = file.Standing.LastOrDefault(s => s.Step == "county-chief")?.Particulars.CountyChoice;
            Assert.NotEqual(CountyChoice.Refused, county);
            Assert.True(county != CountyChoice.IntranetOnly || paper.PublishedOn.All(c => c == Channel.Intranet));
            Assert.Empty(paper.PublishedOn.Except(file.Content.Channels));
            NothingWasLeftOpen(paper);
            EverySignatureSawThisText(paper);
        }
    }

    // No path reaches 发布 with an open hold, an unanswered criterion, an unmatched fingerprint or a missing paper.
    private static void NothingWasLeftOpen(PaperBureau paper)
    {
        var file = paper.File;
        Assert.Null(file.OpenHold);
        Assert.True(paper.Published is { FingerprintHolds: true, ReceiptsComplete: true, MatchesArchive: true });
        Assert.DoesNotContain(
            file.Standing,
            s => s.Particulars.Finding is OfficeFinding.Withhold or OfficeFinding.Refer or OfficeFinding.Postpone
        );
        Assert.DoesNotContain(file.Holds, h => h.Outcome == HoldOutcome.Withheld && h.Covers == file.FilesDigest);
        var reviews = file.Standing.Where(s => s.Tier is not null).ToList();
        Assert.True(reviews.Select(s => s.Tier).Distinct().Count() == 3);
        foreach (var (signature, place) in reviews.Select((s, i) => (s, i)))
        {
            foreach (var answer in signature.Answers)
            {
                Assert.NotNull(answer.Yes);
                if (answer.Yes == true)
                {
                    WhatWasSaidYesTo(file, answer);
                }
                // Standing is in the order of signing, so a mended draft comes after the reviews carried over.
                var before = reviews.Take(place).SelectMany(r => r.Answers).Where(a => a.Criterion == answer.Criterion);
                Assert.True(
                    answer.Remark.Length > 0 || before.All(b => b.Yes == answer.Yes),
                    $"{signature.Step} differs on {answer.Criterion} without a word"
                );
            }
        }
    }

    // Written down once more by hand, without the rules under test.
    private static void WhatWasSaidYesTo(CaseFile file, Answer a)
    {
        bool Held(HoldKind kind) =>
            file.Holds.Any(h =>
                h.Kind == kind
                && h.Criterion == a.Criterion
                && h.Outcome == HoldOutcome.Cleared
                && h.Covers == file.FilesDigest
                && (kind == HoldKind.Postponement || h.Papers.Scan is not null)
            );
        var may = a.Criterion switch
        {
            Criteria.Marked => a.Marking!.MarkedOn!.Value.AddYears(a.Marking.Years!.Value) < PaperBureau.Today
                && Held(HoldKind.Declassification),
            Criteria.Sensitive or Criteria.Internal => a is { Approved: true, Approval.Scan: not null }
                || (a.Approved == false && Held(HoldKind.Referral)),
            Criteria.Undecided => a.PublicComment == true || Held(HoldKind.Postponement) || Held(HoldKind.Referral),
            _ when a.Reason is OtherReason.TradeSecret or OtherReason.Privacy => a.Exception
                is { Basis: ExceptionBasis.Consent, Scan: not null }
                && file.Standing.Any(s => s.Step == "director"),
            _ => a.Reason is OtherReason.WorkSecret or OtherReason.Other && Held(HoldKind.Referral),
        };
        Assert.True(may, $"published with {a.Criterion} 是: {a}");
    }

    private static void EveryEarlierStepSigned(CaseFile file)
    {
        var director =
            file.Content.Channels.Contains(Channel.PressConference)
            || file.Standing.Any(s =>
                (s is { Particulars.Major: true, Step: "section" or "office" or "deputy" })
                || (s.Step != file.Item.Step && s.Answers.Any(a => a.RestsOnException))
            );
        foreach (var step in file.Route.Steps.TakeWhile(s => s.Code != file.Item.Step).Where(s => s.Code != "director" || director))
        {
            var signed = file.Standing.LastOrDefault(s => s.Step == step.Code);
            Assert.True(signed is not null, $"at {file.Item.Step} without the signature of {step.Code}");
            // Carried over only for format, never the editor's, the county chief's, the last review's or the director's.
            Assert.True(
                signed.Fingerprint == file.Revision!.Fingerprint || (signed.CarriedOver && step.Code is "receipt" or "section" or "office"),
                $"the signature of {step.Code} is bound to another content"
            );
        }
    }

    // Compared by hand, without the function under test: what the walks change is text, channels, files, answers and remarks.
    private static void EverySignatureSawThisText(PaperBureau paper)
    {
        var file = paper.File;
        foreach (var signed in file.Standing)
        {
            var (then, now) = (paper.Texts[signed.Fingerprint], paper.Texts[file.Revision!.Fingerprint]);
            Assert.True(Seen(then) == Seen(now), $"the signature of {signed.Step} was given for {Seen(then)}, published is {Seen(now)}");
        }
    }

    private static string Seen(ReviewedText t) =>
        $"{t.Content.Title}|{t.Content.Summary}|{string.Join(',', t.Content.Channels)}|"
        + $"{string.Join(',', t.Files.Select(f => $"{f.Role}{f.Sha256}"))}|{Answers.ToJson(t.Answers)}";

    private static void NobodySignsOwnWork(CaseFile file)
    {
        var authors = file.Contributions.Where(c => c.Round == file.Item.Round).Select(c => c.StaffId).ToHashSet();
        Assert.DoesNotContain(
            file.Standing,
            s => s.Step != "edit" && (authors.Contains(s.StaffId) || (s.ActingForId is { } p && authors.Contains(p)))
        );
    }

    private static void NobodySignsTwoReviews(CaseFile file)
    {
        var hands = file
            .Standing.Where(s => s.Tier is not null)
            .SelectMany(s => new[] { (s.StaffId, s.Tier), (StaffId: s.ActingForId ?? s.StaffId, s.Tier) });
        Assert.DoesNotContain(hands.GroupBy(h => h.StaffId), g => g.Select(h => h.Tier).Distinct().Count() > 1);
    }

    private static void NobodySignsTwoLevels(CaseFile file)
    {
        var levels = file.Standing.Where(s => s.Kind is MoveKind.Send or MoveKind.Approve);
        var hands = levels.SelectMany(s => new[] { (s.StaffId, s.Step), (StaffId: s.ActingForId ?? s.StaffId, s.Step) });
        Assert.DoesNotContain(hands.GroupBy(h => h.StaffId), g => g.Select(h => h.Step).Distinct().Count() > 1);
    }

    private static Grants Person(int id, params Grant[] grants) => new(id, $"{id} 号", 1, grants);
}
