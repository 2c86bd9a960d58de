using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Review;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Disclosure.Tests.Core.Approval.ReviewStates;

namespace Disclosure.Tests.Core.Approval;

/// <summary>
/// Lines of the law that a usual way never crosses, each asked by itself: what moves before have seen to is asked again where it bites.
/// </summary>
public sealed class LawTests
{
    [Theory]
    [InlineData(HoldKind.Referral)]
    [InlineData(HoldKind.Redaction)]
    public async Task AnOpenHold_IsNotPublished(HoldKind kind)
    {
        var (state, publish) = await AtPlatformAsync();
        Assert.Empty(Judge.InTheWay(state, publish, Today));
        var held = state with { Holds = [new HoldFacts(kind, "", null, new(), "", "")] };
        Assert.Equal([new ItemIsHeld(kind)], Judge.InTheWay(held, publish, Today));
    }

    [Fact]
    public async Task WhatAnyReviewLeftStanding_IsNotPublished_ThoughItWasSigned()
    {
        var (state, publish) = await AtPlatformAsync();
        IEnumerable<Problem> Said(params IReadOnlyList<Answer>[] reviews) =>
            Judge.InTheWay(state with { StandingReviews = reviews }, publish, Today);

        Assert.Empty(Said(Given.AllNo, Given.AllNo));
        Assert.Equal([new MustStop()], Said(Given.AllNo, Given.StillClassified, Given.AllNo));
        Assert.Equal([new HoldNeeded(HoldKind.Declassification, Criteria.Marked)], Said(Given.AllNo, Given.Declassifiable));
        Assert.Equal([new MustStop()], Said(Given.StillClassified, Given.Declassifiable));
    }

    [Fact]
    public async Task AnExceptionAmongTheEditorsAnswers_LeadsToTheDirector_AlsoStraightBack()
    {
        var (state, _) = await AtAsync("edit");
        var back = state with
        {
            ResumeAt = "director",
            CarriedTexts = [],
            CountingSteps = state.Route.Steps.Select(s => s.Code).ToHashSet(),
        };
        var exception = Given.With(
            Criteria.OtherReasons,
            a =>
                a with
                {
                    Yes = true,
                    Reason = OtherReason.Privacy,
                    Exception = new() { Basis = ExceptionBasis.Consent },
                }
        );

        Assert.Equal("director", Judge.NextOnSending(back, exception, major: false).Code);
        Assert.Equal("director", Judge.NextOnSending(back, Given.AllNo, major: true).Code);
        Assert.Equal("platform", Judge.NextOnSending(back, Given.AllNo, major: false).Code);
    }

    [Fact]
    public async Task WhatAReplyForbids_PassesNeitherTheDeputyNorThePlatform()
    {
        var (state, publish) = await AtPlatformAsync();
        Assert.Equal([new MayNotBeDisclosed()], Judge.InTheWay(Forbidden(state), publish, Today));

        var (deputy, approve) = await AtAsync("deputy");
        Assert.Empty(Judge.InTheWay(deputy, approve, Today));
        Assert.Equal([new MayNotBeDisclosed()], Judge.InTheWay(Forbidden(deputy), approve, Today));
        // A reply about other files forbids nothing of these.
        var other = deputy with
        {
            Holds = [new HoldFacts(HoldKind.Referral, "", HoldOutcome.Withheld, new(), "", "other")],
        };
        Assert.Empty(Judge.InTheWay(other, approve, Today));
    }

    [Fact]
    public async Task DisclosingInPart_NeedsAProcessedVersionOfTheseFiles()
    {
        var (state, approve) = await AtAsync("office");
        var inPart = approve with { Finding = OfficeFinding.DiscloseInPart };
        Assert.Equal([new HoldNeeded(HoldKind.Redaction, "")], Judge.InTheWay(state, inPart, Today));
        Assert.NotEmpty(Judge.InTheWay(Processed(state, "other"), inPart, Today));
        Assert.Empty(Judge.InTheWay(Processed(state, state.FilesDigest), inPart, Today));
    }

    [Fact]
    public async Task WhatIsClassifiedStill_IsStoppedAndNeverHeld()
    {
        var (state, approve) = await AtAsync("section");
        Assert.Empty(Judge.OfferedHolds(state, Given.StillClassified, null, Today));
        var hold = approve with
        {
            Kind = MoveKind.Hold,
            Answers = Given.StillClassified,
            Hold = HoldKind.Declassification,
            HoldCriterion = Criteria.Marked,
        };
        Assert.Equal([new MustStop()], Judge.InTheWay(state, hold, Today));
    }

    // Found by the random walk: the judge let the office end a hold of an item that it could not read.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AHoldOfADraft_IsForTheOffice_OnceTheItemHasReachedIt(bool reached)
    {
        await using var given = await Given.BureauAsync();
        var (id, editor) = (
            await given.ItemAsync(RouteCodes.County, reached ? "office" : "county-chief"),
            Given.HolderOf(RouteCodes.County, RouteCodes.Editor)
        );
        var back = reached
            ? await given.DoAsync(
                id,
                Given.HolderOf(RouteCodes.County, "office"),
                MoveKind.Return,
                c => c with { ReturnTo = RouteCodes.Editor }
            )
            : await given.DoAsync(id, editor, MoveKind.Retract);
        Given.Must(back);
        Given.Must(
            await given.DoAsync(
                id,
                editor,
                MoveKind.Hold,
                c => c with { Answers = Given.Declassifiable, Hold = HoldKind.Declassification, HoldCriterion = Criteria.Marked }
            )
        );
        var (file, office) = (await given.CaseAsync(id), given.By("office.1"));
        Assert.True(file.Item is { State: ItemState.Held, Number: not null });

        var grants = await given.ReadAsync(db => DutyBook.ReadAsync(db, office.StaffId, given.Today));
        Assert.Equal(reached, Judge.May(file, MoveKind.Resume, grants).Ok);
        Assert.Equal(reached, await given.ReadAsync(db => db.Submissions.Where(ReadingRights.Of(db, grants)).AnyAsync(s => s.Id == id)));
        Assert.Equal(reached, await given.ReadAsync(db => db.Submissions.Where(ReadingRights.HeldFor(grants)).AnyAsync(s => s.Id == id)));
        var own = await given.ReadAsync(db => DutyBook.ReadAsync(db, given.By(editor).StaffId, given.Today));
        Assert.True(Judge.May(file, MoveKind.Resume, own).Ok);
    }

    [Fact]
    public void TheCountysChief_IsNeverPassedOver_OnTheStraightWayBack()
    {
        Assert.Equal("county-chief", Judge.After(ApprovalRoutes.County1, "edit", "deputy", director: false, _ => true).Code);
        Assert.Equal("deputy", Judge.After(ApprovalRoutes.City1, "edit", "deputy", director: false, _ => true).Code);
    }

    [Fact]
    public async Task TheFinalReview_SignsTheVeryRevision_TheOthersAnEqualOne()
    {
        await using var given = await Given.BureauAsync();
        var file = await given.CaseAsync(await given.ItemAsync(RouteCodes.City, "platform"));
        var text = new ReviewedText(file.Content, ReviewedText.FilesOf(file.DraftFiles), Given.AllNo);
        var equal = file with
        {
            Texts = new Dictionary<string, ReviewedText> { [file.Revision!.Fingerprint] = text, ["earlier"] = text },
        };

        Assert.Null(equal.ReviewFor(0).MissingSignature);
        Assert.Null(Earlier(equal, "office").ReviewFor(0).MissingSignature);
        Assert.Equal("deputy", Earlier(equal, "deputy").ReviewFor(0).MissingSignature?.Code);
    }

    [Fact]
    public async Task WhoeverLostTheDuty_TakesNothingBack()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        Given.Must(await given.DoAsync(id, "gongye.editor-head", MoveKind.Approve));
        var file = await given.CaseAsync(id);
        var grants = await given.ReadAsync(db => DutyBook.ReadAsync(db, given.By("gongye.editor-head").StaffId, given.Today));

        Assert.True(Judge.May(file, MoveKind.Retract, grants).Ok);
        Assert.IsType<NotTheLastSigner>(
            Judge.May(file, MoveKind.Retract, grants with { All = [.. grants.All.Where(g => g.Duty != Duty.SectionHead)] }).Problem
        );
    }

    [Fact]
    public async Task WhatWasSignedForSomebody_IsTakenBackForTheSameOne()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        Given.Must(await given.DoAsync(id, "delegate", MoveKind.Approve));
        var file = await given.CaseAsync(id);
        var grants = await given.ReadAsync(db => DutyBook.ReadAsync(db, given.By("delegate").StaffId, given.Today));
        var acting = grants.All.First(g => g.Duty == Duty.DeputyDirector);
        var own = acting with { ActingForId = null };

        Assert.NotNull(acting.ActingForId);
        Assert.Equal(acting, Given.Must(Judge.May(file, MoveKind.Retract, grants with { All = [own, acting] })));
        Assert.IsType<NotTheLastSigner>(Judge.May(file, MoveKind.Retract, grants with { All = [own] }).Problem);
    }

    [Fact]
    public async Task WhoeverSigned_ReadsOn_AfterTheDutyWentElsewhere()
    {
        await using var given = await Given.BureauAsync();
        var (signed, other) = (await given.ItemAsync(RouteCodes.City, "office"), await given.ItemAsync(RouteCodes.City, "section"));
        var (head, nongmu) = (given.By("gongye.head").StaffId, await given.UnitIdAsync("nongmu"));
        Given.Must(
            await given
                .Get<WriteGate>()
                .WriteAsync<int>(async db =>
                    await db.Database.ExecuteSqlAsync($"UPDATE DutyAssignments SET UnitId = {nongmu} WHERE StaffId = {head}")
                )
        );

        Assert.NotNull(await given.Get<ItemQueries>().FindAsync(signed, given.By("gongye.head"), given.Now));
        Assert.Null(await given.Get<ItemQueries>().FindAsync(other, given.By("gongye.head"), given.Now));
    }

    [Fact]
    public async Task WhoeverHasNoDutyLeft_ReadsNothing_NotEvenWhatTheySigned()
    {
        await using var given = await Given.BureauAsync();
        var signed = await given.ItemAsync(RouteCodes.City, "office");
        await given.TamperAsync($"DELETE FROM DutyAssignments WHERE StaffId = {given.By("gongye.head").StaffId}");

        Assert.Null(await given.Get<ItemQueries>().FindAsync(signed, given.By("gongye.head"), given.Now));
    }

    [Fact]
    public async Task AnAdministratorWithAnotherDuty_ReadsByThatDuty()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        await given.TamperAsync(
            $"UPDATE DutyAssignments SET StaffId = {given.By("office.1").StaffId} WHERE StaffId = {given.By("admin.audit").StaffId}"
        );

        Assert.NotNull(await given.Get<ItemQueries>().FindAsync(id, given.By("office.1"), given.Now));
    }

    [Theory]
    [InlineData("section", true)]
    [InlineData("office", false)]
    [InlineData("deputy", false)]
    public async Task WhatLiesBeforeTheOfficesFinding_IsNotTheFindingItself(string step, bool before) =>
        Assert.Equal(before, (await AtAsync(step)).State.BeforeFinding);

    [Fact]
    public async Task TheDirectorSigns_ForEachReasonAlone()
    {
        var (state, _) = await AtAsync("section");
        var exception = Given.With(
            Criteria.OtherReasons,
            a =>
                a with
                {
                    Yes = true,
                    Reason = OtherReason.Privacy,
                    Exception = new() { Basis = ExceptionBasis.Consent },
                }
        );
        ReviewState Having(Action<ItemContent> change)
        {
            var content = state.Content.Copy();
            change(content);
            return state with { Content = content };
        }

        Assert.False(state.DirectorNeeded);
        Assert.True((state with { DirectorRequired = true }).DirectorNeeded);
        Assert.True(Having(c => c.Major = true).DirectorNeeded);
        Assert.True(Having(c => c.Channels = [Channel.Website, Channel.PressConference]).DirectorNeeded);
        Assert.True((state with { StandingReviews = [Given.AllNo, exception] }).DirectorNeeded);
    }

    [Theory]
    [InlineData(DisclosureAttribute.Proactive, null, "Website Intranet")]
    [InlineData(DisclosureAttribute.Proactive, CountyChoice.Website, "Website Intranet")]
    [InlineData(DisclosureAttribute.Proactive, CountyChoice.IntranetOnly, "Intranet")]
    [InlineData(DisclosureAttribute.OnRequest, null, "Intranet")]
    [InlineData(DisclosureAttribute.Withheld, null, "")]
    public async Task Channels_AreLeftByTheAttributeAndTheCountysWord(DisclosureAttribute attribute, CountyChoice? choice, string left)
    {
        var (state, _) = await AtAsync("section");
        var content = state.Content.Copy();
        (content.Attribute, content.Channels) = (attribute, [Channel.Website, Channel.Intranet]);

        Assert.Equal(left, string.Join(' ', (state with { Content = content }).AllowedChannels(choice)));
    }

    [Fact]
    public async Task WhatSeveralSignaturesDifferIn_IsSaidOnce()
    {
        var (state, _) = await AtAsync("edit");

        Assert.Single((state with { ResumeAt = "deputy", CarriedTexts = [null, null] }).Anew(Given.AllNo));
    }

    [Fact]
    public async Task WhoeverHasSeveralDutiesOfAStep_ActsUnderTheFirst()
    {
        await using var given = await Given.BureauAsync();
        var file = await given.CaseAsync(await given.ItemAsync(RouteCodes.County, "receipt"));
        var grants = await given.ReadAsync(db => DutyBook.ReadAsync(db, given.By("gongye.editor-head").StaffId, given.Today));

        Assert.Equal(2, file.Step.Duties.Count);
        Assert.Equal(file.Step.Duties[0], Given.Must(Judge.May(file, MoveKind.Receive, grants)).Duty);
    }

    [Fact]
    public async Task OfSeveralClosedFiles_TheFirstIsNamed()
    {
        var (state, _) = await AtAsync("section");
        var closed = state with
        {
            Files =
            [
                new("正文.docx", FileRole.Body, "a"),
                new("附表.xlsx", FileRole.Attachment, "b"),
                new("图.png", FileRole.Attachment, "c"),
            ],
            ClosedContents = new HashSet<string> { "b", "c" },
        };

        Assert.Equal("附表.xlsx", closed.ClosedFile);
        Assert.Null((state with { ClosedContents = new HashSet<string> { "b" } }).ClosedFile);
    }

    [Fact]
    public async Task WhatDidNotComeBackForItsFormat_CarriesNothingOver()
    {
        var (state, _) = await AtAsync("edit");

        Assert.False(state.CarriesOver(Given.AllNo));
        Assert.True((state with { ResumeAt = "deputy", CarriedTexts = [] }).CarriesOver(Given.AllNo));
    }

    [Fact]
    public async Task ADelegation_GivesItsOwnDuty_AndNoOtherOfThePrincipal()
    {
        await using var given = await Given.BureauAsync();
        var (principal, delegated) = (given.By("deputy").StaffId, given.By("delegate").StaffId);
        Given.Must(
            await given
                .Get<WriteGate>()
                .WriteAsync<int>(db =>
                {
                    db.DutyAssignments.Add(
                        new DutyAssignment
                        {
                            StaffId = principal,
                            Duty = Duty.DisclosureOffice,
                            UnitId = null,
                            From = given.Today.AddDays(-1),
                        }
                    );
                    return Task.FromResult<Outcome<int>>(1);
                })
        );

        var grants = await given.ReadAsync(db => DutyBook.ReadAsync(db, delegated, given.Today));
        Assert.Equal([Duty.DeputyDirector], grants.All.Select(g => g.Duty).Distinct());
        Assert.All(grants.All, g => Assert.Equal(principal, g.ActingForId));
    }

    [Theory]
    [InlineData(false, true, "告知日期")]
    [InlineData(true, false, "告知书扫描件")]
    public void PublicInterest_NeedsItsNotice_WithDayAndScan(bool day, bool scan, string missing)
    {
        var answer = Given
            .With(
                Criteria.OtherReasons,
                a =>
                    a with
                    {
                        Yes = true,
                        Remark = "附表",
                        Reason = OtherReason.TradeSecret,
                        Exception = new()
                        {
                            Basis = ExceptionBasis.PublicInterest,
                            Reason = "涉及公共安全",
                            Holder = "某企业",
                            NoticeNumber = "告〔2026〕3号",
                            Day = day ? Today : null,
                            Scan = scan ? new Scan(new string('a', 64), "告知书.pdf") : null,
                        },
                    }
            )
            .Single(a => a.Criterion == Criteria.OtherReasons);
        Assert.Equal([missing], ReviewRules.Missing(answer, Today));
    }

    [Fact]
    public void ARespondentsData_NeedsItsSituation()
    {
        var answer = Given
            .With(Criteria.OtherReasons, a => a with { Yes = true, Remark = "附表", Reason = OtherReason.Respondent })
            .Single(a => a.Criterion == Criteria.OtherReasons);
        Assert.Equal(["属于三种情形中的哪一种"], ReviewRules.Missing(answer, Today));
    }

    private static readonly DateOnly Today = new(2026, 11, 23);

    private static ReviewState Forbidden(ReviewState state) =>
        state with
        {
            Holds = [new HoldFacts(HoldKind.Referral, "", HoldOutcome.Withheld, new(), "", state.FilesDigest)],
        };

    private static ReviewState Processed(ReviewState state, string covers) =>
        state with
        {
            Holds = [new HoldFacts(HoldKind.Redaction, "", HoldOutcome.Cleared, new(), "before", covers)],
        };

    // The step's signature as if it had been given to an earlier revision and carried over.
    private static CaseFile Earlier(CaseFile file, string step) =>
        file with
        {
            Signatures = [.. file.Signatures.Select(s => s.Step != step ? s : CarriedOver(s))],
        };

    private static Signature CarriedOver(Signature s)
    {
        var carried = new Signature
        {
            SubmissionId = s.SubmissionId,
            RevisionId = s.RevisionId,
            Round = s.Round,
            Step = s.Step,
            ToStep = s.ToStep,
            Kind = s.Kind,
            Duty = s.Duty,
            StaffId = s.StaffId,
            StaffName = s.StaffName,
            ActingForId = s.ActingForId,
            ActingForName = s.ActingForName,
            Text = s.Text,
            Tier = s.Tier,
            AnswersJson = s.AnswersJson,
            ParticularsJson = s.ParticularsJson,
            Fingerprint = "earlier",
            At = s.At,
            Address = s.Address,
        }.Stand();
        carried.CarryOver();
        return carried;
    }

    private static async Task<(ReviewState State, Command Command)> AtPlatformAsync()
    {
        var (state, command) = await AtAsync("platform");
        return (state, command with { Kind = MoveKind.Publish, PublishedOn = state.AllowedChannels(null) });
    }
}
