using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Publication;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Approval;

/// <summary>The exception of B7: for trade secrets and privacy only, with its paper, and never past the director.</summary>
public sealed class ExceptionTests
{
    [Theory]
    [InlineData(OtherReason.Privacy, ExceptionBasis.Consent)]
    [InlineData(OtherReason.TradeSecret, ExceptionBasis.PublicInterest)]
    public async Task AThirdPartysMatter_GoesOnWithItsPaper_AndOnlyByTheDirector(OtherReason reason, ExceptionBasis basis)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City);
        var scan = await given.PaperAsync(id, "gongye.editor", "同意书或告知书");
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send, c => c with { Answers = Of(reason, basis, scan) }));
        foreach (
            var (who, step) in (ValueTuple<string, string>[])[("gongye.head", "section"), ("office.1", "office"), ("deputy", "deputy")]
        )
        {
            Assert.Equal(step, (await given.SubmissionAsync(id)).Step);
            Given.Must(await given.DoAsync(id, who, MoveKind.Approve, c => c with { Answers = Of(reason, basis, scan) }));
        }
        Assert.Equal("director", (await given.SubmissionAsync(id)).Step);
        await given.WalkAsync(id, "never");
        Assert.Equal(ItemState.Published, (await given.SubmissionAsync(id)).State);
        Assert.Contains(await given.SignaturesAsync(id), s => s is { Standing: true, Step: "director" });
    }

    // 条例 art. 15: the notice goes to the third party in writing, before the item goes a step further.
    [Theory]
    [InlineData("edit")]
    [InlineData("section")]
    [InlineData("office")]
    [InlineData("deputy")]
    public async Task WithoutItsNotice_PublicInterestPassesNoStep(string step)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, c => c.Major = true);
        await given.WalkAsync(id, step);
        var who = Given.HolderOf(RouteCodes.City, step);
        var scan = await given.PaperAsync(id, who, "告知书");
        var kind = step == "edit" ? MoveKind.Send : MoveKind.Approve;
        Task<Outcome<Move>> GoAsync(Func<DisclosureException, DisclosureException> papers) =>
            given.DoAsync(
                id,
                who,
                kind,
                c =>
                    c with
                    {
                        Answers =
                        [
                            .. Of(OtherReason.TradeSecret, ExceptionBasis.PublicInterest, scan)
                                .Select(a => a.Exception is { } whole ? a with { Exception = papers(whole) } : a),
                        ],
                    }
            );

        foreach (
            var papers in (Func<DisclosureException, DisclosureException>[])
                [e => e with { Scan = null }, e => e with { Day = null }, e => e with { NoticeNumber = " " }, e => e with { Holder = "" }]
        )
        {
            Assert.Equal(new ChecklistIncomplete([Criteria.OtherReasons]).Text, (await GoAsync(papers)).Problem?.Text);
        }
        Assert.Equal(step, (await given.SubmissionAsync(id)).Step);
        Given.Must(await GoAsync(e => e));
    }

    [Theory]
    [InlineData("section")]
    [InlineData("deputy")]
    public async Task AnExceptionFoundByALaterTier_BringsTheDirectorInAsWell(string step)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, step);
        var who = Given.HolderOf(RouteCodes.City, step);
        var scan = await given.PaperAsync(id, who, "同意书");
        Given.Must(
            await given.DoAsync(id, who, MoveKind.Approve, c => c with { Answers = Of(OtherReason.Privacy, ExceptionBasis.Consent, scan) })
        );
        Assert.True((await given.SubmissionAsync(id)).DirectorRequired);
    }

    [Theory]
    [InlineData(OtherReason.Respondent)]
    [InlineData(OtherReason.WorkSecret)]
    [InlineData(OtherReason.Other)]
    public async Task NoConsent_LetsAnythingElsePass(OtherReason reason)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        var scan = await given.PaperAsync(id, "office.1", "同意书");
        Assert.False(
            (await given.DoAsync(id, "office.1", MoveKind.Approve, c => c with { Answers = Of(reason, ExceptionBasis.Consent, scan) })).Ok
        );
        Assert.Equal("office", (await given.SubmissionAsync(id)).Step);
    }

    [Fact]
    public async Task AClassifiedItem_StopsWhateverConsentIsAtHand()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        var scan = await given.PaperAsync(id, "office.1", "同意书");
        var both = Of(OtherReason.Privacy, ExceptionBasis.Consent, scan)
            .Select(a => a.Criterion == Criteria.Marked ? Given.StillClassified[0] : a)
            .ToList();
        Assert.IsType<MustStop>((await given.DoAsync(id, "office.1", MoveKind.Approve, c => c with { Answers = both })).Problem);
    }

    [Theory]
    [InlineData(null, "条例第十五条", "不予公开的理由")]
    [InlineData(WithholdingGround.TradeSecret, " ", "结论依据")]
    public async Task Withholding_WantsItsGroundAndItsBasis(WithholdingGround? ground, string basis, string missing)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        var refused = await given.DoAsync(
            id,
            "office.1",
            MoveKind.Approve,
            c => c with { Finding = OfficeFinding.Withhold, Ground = ground, FindingBasis = basis }
        );
        Assert.Contains(missing, Assert.IsType<QuestionOpen>(refused.Problem).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStateSecret_IsNoGroundInThisSystem()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        Assert.IsType<StateSecretIsNoGround>(
            (
                await given.DoAsync(
                    id,
                    "office.1",
                    MoveKind.Approve,
                    c => c with { Finding = OfficeFinding.Withhold, Ground = WithholdingGround.StateSecret, FindingBasis = "条例第十四条" }
                )
            ).Problem
        );
    }

    [Fact]
    public async Task ADeputyWhoDisagreesWithWithholding_SendsItBackToTheOffice_AndTheReviewGoesOn()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        Given.Must(await given.DoAsync(id, "office.1", MoveKind.Approve, Withhold));
        Assert.IsType<WithholdingToConfirm>((await given.DoAsync(id, "deputy", MoveKind.Approve)).Problem);
        Given.Must(await given.DoAsync(id, "deputy", MoveKind.Return, c => c with { ReturnTo = "office" }));
        Given.Must(await given.DoAsync(id, "office.2", MoveKind.Approve));
        await given.WalkAsync(id, "never");
        Assert.Equal(ItemState.Published, (await given.SubmissionAsync(id)).State);
    }

    [Theory]
    [InlineData(RouteCodes.City)]
    [InlineData(RouteCodes.County)]
    public async Task APolicyDocumentNotToBeDisclosed_PassesTheOfficeBeforeAnyLeader_AndIsNeverPublished(string route)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(
            route,
            "office",
            c =>
            {
                (c.Kind, c.NoInterpretationReason) = (ItemKind.PolicyDocument, "内部管理文件");
                (c.Attribute, c.Ground, c.LegalBasis) = (DisclosureAttribute.Withheld, WithholdingGround.UnderDeliberation, "条例第十六条");
            }
        );
        Assert.DoesNotContain(await given.SignaturesAsync(id), s => s.Step is "deputy" or "director");
        foreach (var finding in Enum.GetValues<OfficeFinding>().Except([OfficeFinding.Withhold]))
        {
            Assert.IsType<AttributeSaysWithhold>(
                (await given.DoAsync(id, "office.1", MoveKind.Approve, c => c with { Finding = finding })).Problem
            );
        }
        Given.Must(await given.DoAsync(id, "office.1", MoveKind.Approve, Withhold));
        Given.Must(await given.DoAsync(id, "deputy", MoveKind.Decline));
        Assert.Equal(ItemState.Declined, (await given.SubmissionAsync(id)).State);
        Assert.Empty((await given.Get<PublicationQueries>().PublishedAsync(2026, "", 0, given.By("office.1"), given.Now)).Rows);
    }

    [Fact]
    public async Task AnItemWithoutADisclosureAttribute_IsNotSent()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, c => c.Attribute = null);
        var missing = Assert.IsType<ContentIncomplete>((await given.DoAsync(id, "gongye.editor", MoveKind.Send)).Problem);
        Assert.Contains(missing.Missing, p => p.Field == nameof(ItemContent.Attribute));
    }

    private static Command Withhold(Command c) =>
        c with
        {
            Finding = OfficeFinding.Withhold,
            Ground = WithholdingGround.UnderDeliberation,
            FindingBasis = "条例第十六条",
        };

    private static IReadOnlyList<Answer> Of(OtherReason reason, ExceptionBasis basis, Scan scan) =>
        Given.With(
            Criteria.OtherReasons,
            a =>
                a with
                {
                    Yes = true,
                    Remark = "附件列有第三方资料",
                    Reason = reason,
                    Situation = RespondentSituation.Named,
                    Exception = new()
                    {
                        Basis = basis,
                        Holder = "某企业",
                        Day = new DateOnly(2026, 10, 8),
                        Scan = scan,
                        Reason = "涉及安全生产",
                        NoticeNumber = "昌统告〔2026〕1号",
                    },
                }
        );
}
