using Disclosure.Core.Common;
using Disclosure.Core.Evidence;
using Disclosure.Core.Examiner;
using Disclosure.Core.Review;

namespace Disclosure.Web.Components.Evidence;

/// <summary>The evidence of the item on a page: read once, shared by every part of the page that shows some of it.</summary>
/// <param name="changed">Called when the page should draw itself anew.</param>
public sealed class EvidenceModel(
    EvidenceQueries queries,
    EvidenceService service,
    TimeProvider clock,
    int itemId,
    Actor by,
    Func<Task> changed
)
{
    private readonly HashSet<string> unfolded = [];
    private readonly Dictionary<string, OpenedEvidence> opened = [];

    /// <summary>Key of the item.</summary>
    public int ItemId => itemId;

    /// <summary>Shows a finding's place in the text on the same page; null where the page has no text beside it.</summary>
    public Func<EvidenceRow, Task>? Showing { get; init; }

    /// <summary>The evidence; null before it was read.</summary>
    public ItemEvidence? View { get; private set; }

    /// <summary>What stood in the way of the last act, with the finding it was about.</summary>
    public (string Key, Problem Problem)? Refused { get; private set; }

    /// <summary>The finding whose remark is being written.</summary>
    public string? Remarking { get; private set; }

    /// <summary>True while something runs.</summary>
    public bool IsBusy { get; private set; }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Reads the evidence.</summary>
    public async Task LoadAsync() => View = await queries.ForItemAsync(itemId, by, Now);

    /// <summary>Examines what is missing, for somebody who is looking at it; the page draws itself when done.</summary>
    public async Task CatchUpAsync()
    {
        if (View is { IsReady: false })
        {
            await service.EnsureAsync(itemId, by, Now);
            await LoadAsync();
            await changed();
        }
    }

    /// <summary>
    /// Findings and words as this page has them, for foretelling; null where the reader is not asked. What is not examined yet, the service
    /// examines before it decides.
    /// </summary>
    public EvidenceState? State =>
        View is { MayJudge: true } view ? new(IsReady: true, [.. view.Rows.Select(r => (r.Severity, r.Rule.Beside, r.Own?.Holds))]) : null;

    /// <summary>What stands in the way of sending with these answers, or null; the same function that the judge asks.</summary>
    public Problem? Foresee(IReadOnlyList<Answer> answers) => State is { } state ? EvidenceRules.InTheWay(state.Facts, answers) : null;

    /// <summary>Grave findings on which the step has not said its word, the worst first.</summary>
    public IReadOnlyList<EvidenceRow> Owed => View is { MayJudge: true } view ? [.. view.Rows.Where(r => r.IsOwed)] : [];

    /// <summary>
    /// Findings of the same rule and severity in any file of the item that have no word yet; one remark may serve them all.
    /// </summary>
    public IReadOnlyList<string> Alike(EvidenceRow row) =>
        [.. View!.Rows.Where(r => r.Rule.Code == row.Rule.Code && r.Severity == row.Severity && r.Own is null).Select(r => r.Key)];

    /// <summary>True when the list under a question is open.</summary>
    public bool IsOpen(string criterion) => unfolded.Contains(criterion);

    /// <summary>Opens or closes the list under a question.</summary>
    public void Toggle(string criterion)
    {
        if (!unfolded.Remove(criterion))
        {
            unfolded.Add(criterion);
        }
    }

    /// <summary>What was opened of a finding, or null.</summary>
    public OpenedEvidence? Opened(string key) => opened.GetValueOrDefault(key);

    /// <summary>Begins to set a finding aside: a grave one wants a remark first.</summary>
    public Task DenyAsync(EvidenceRow row)
    {
        if (row.Severity != Severity.A)
        {
            return JudgeAsync([row.Key], false, "");
        }
        (Remarking, Refused) = (row.Key, null);
        return Task.CompletedTask;
    }

    /// <summary>Leaves the remark.</summary>
    public void CallOff() => (Remarking, Refused) = (null, null);

    /// <summary>Says whether findings hold.</summary>
    public Task JudgeAsync(IReadOnlyList<string> keys, bool holds, string remark) =>
        RunAsync(keys[0], async () => (await service.JudgeAsync(itemId, keys, holds, remark, by, Now)).Problem);

    /// <summary>Takes over what was said before.</summary>
    public Task AgreeAsync() => RunAsync("", async () => (await service.AgreeAsync(itemId, by, Now)).Problem);

    /// <summary>Examines everything anew.</summary>
    public Task RerunAsync() => RunAsync("", async () => (await service.RerunAsync(itemId, by, Now)).Problem);

    /// <summary>Opens what is masked.</summary>
    public Task OpenAsync(string key) =>
        RunAsync(
            key,
            async () =>
            {
                var shown = await service.OpenAsync(itemId, key, by, Now);
                if (shown.Ok)
                {
                    opened[key] = shown.Value;
                }
                return shown.Problem;
            }
        );

    private async Task RunAsync(string key, Func<Task<Problem?>> act)
    {
        if (IsBusy)
        {
            return;
        }
        IsBusy = true;
        try
        {
            Refused = await act() is { } problem ? (key, problem) : null;
            if (Refused is null)
            {
                Remarking = null;
            }
            await LoadAsync();
        }
        finally
        {
            IsBusy = false;
        }
        await changed();
    }
}
