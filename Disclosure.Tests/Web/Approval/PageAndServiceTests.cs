using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Core.Approval;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Submissions;

namespace Disclosure.Tests.Web.Approval;

/// <summary>
/// One law, two askers: on states that nobody thought of, what the page says before a click is what the service says after it.
/// </summary>
[Slow]
public sealed class PageAndServiceTests
{
    private const int Attempts = 45;

    [Theory]
    [InlineData(RouteCodes.City, 1)]
    [InlineData(RouteCodes.City, 2)]
    [InlineData(RouteCodes.County, 3)]
    [InlineData(RouteCodes.County, 4)]
    public async Task OnRandomStates_PageAndServiceSayTheSame(string route, int seed)
    {
        await using var given = await Given.BureauAsync();
        var random = new Random(seed);
        var (id, said) = (await given.DraftAsync(route), new HashSet<string>());
        for (var i = 0; i < Attempts; i++)
        {
            var item = await given.SubmissionAsync(id);
            if (item.Ended)
            {
                id = await given.DraftAsync(route);
                continue;
            }
            var who = Given.HolderOf(route, item.Step);
            var kind = KindFor(item, random);
            if (kind == MoveKind.Send)
            {
                await EditAsync(given, id, who, random);
            }
            var view = (await given.Get<ItemQueries>().FindAsync(id, given.By(who), given.Now))!;
            var command = new Attempt(kind, 0, RouteCodes.Editor, random.Next(), random.Next()).On(
                await given.CaseAsync(id),
                papers: false,
                trouble: false
            ) with
            {
                Version = item.Version,
                FormatOnly = kind == MoveKind.Return && random.Next(2) == 0,
            };
            command = kind == MoveKind.Send ? command with { Answers = view.EditorAnswers } : command;
            // A button that the page does not show is another matter; here it is pressed where it stands.
            if (view.Moves.FirstOrDefault(m => m.Kind == kind) is not { } move)
            {
                Assert.False((await given.DoAsync(id, who, kind, c => command with { Id = c.Id })).Ok);
                continue;
            }
            var foretold = move.Why ?? First(view, command, given);

            var outcome = await given.DoAsync(id, who, kind, c => command with { Id = c.Id });
            Assert.True(
                foretold?.Text == outcome.Problem?.Text,
                $"seed {seed}, attempt {i}, {item.Step} {kind}: page “{foretold?.Text}”, service “{outcome.Problem?.Text}”"
            );
            said.Add(foretold?.GetType().Name ?? "");
        }
        // Had every click been taken, or none, the walk would have shown nothing.
        Assert.True(said.Count >= 4 && said.Contains(""), string.Join('、', said));
    }

    // The page's first sentence: of the form where the editor sends, of the panel elsewhere. The password is given with the click.
    private static Problem? First(ItemView view, Command command, Given given)
    {
        if (command.Kind != MoveKind.Send)
        {
            return Judge.InTheWay(view.Review with { Evidence = null }, command, given.Today).FirstOrDefault();
        }
        var form = new DraftForm(view, 0);
        form.SetAccounts(view.Review.Accounts);
        if (view.Holds.FirstOrDefault(h => h.Open) is { } hold)
        {
            form.SetProcessing(hold.Papers);
        }
        form.Recheck(given.Today);
        var first = Judge.InTheWay(form.State, command, given.Today).FirstOrDefault();
        // The form says nothing exactly where nothing stands in the way.
        Assert.Equal(first is null, form.Problems.Count == 0);
        return first;
    }

    private static MoveKind KindFor(Submission item, Random random) =>
        item switch
        {
            { State: ItemState.Held } => random.Next(3) == 0 ? MoveKind.Stop : MoveKind.Resume,
            { Editable: true } => random.Next(8) == 0 ? MoveKind.Hold : MoveKind.Send,
            { Step: RouteCodes.Platform } => MoveKind.Return,
            _ when ApprovalRoutes.StepOf(item).Receives => MoveKind.Receive,
            _ => random.Next(10) switch
            {
                0 => MoveKind.Hold,
                1 or 2 => MoveKind.Return,
                3 => MoveKind.Decline,
                _ => MoveKind.Approve,
            },
        };

    // Sometimes whole, sometimes with a gap; sometimes something that is reviewed has changed, sometimes only what is free.
    private static async Task EditAsync(Given given, int id, string who, Random random)
    {
        var item = await given.SubmissionAsync(id);
        var content = item.Draft;
        switch (random.Next(6))
        {
            case 0:
                content.Summary = random.Next(2) == 0 ? "" : $"概述 {random.Next()}";
                break;
            case 1:
                content.PaperCopies = random.Next(1, 9);
                break;
            case 2:
                content.Major = !content.Major;
                break;
            case 3:
                await given.UploadAsync(id, $"附件{random.Next()}.txt", $"附件 {random.Next()}", who);
                break;
        }
        if (content.Summary.Length == 0 && random.Next(2) == 0)
        {
            content.Summary = "概述";
        }
        content.Bylines.ForEach(b => b.Confirmed = true);
        var answers = new Attempt(MoveKind.Send, 0, RouteCodes.Editor, random.Next(), random.Next());
        await given.SaveAsync(id, content, Answers.ToJson(RandomAnswers.From(answers, papers: false)), item.SubjectId, who);
        // As before every sending of these tests: the reader's confirmation is of the text as it is.
        await given.ConfirmAgainAsync(id, who);
    }
}
