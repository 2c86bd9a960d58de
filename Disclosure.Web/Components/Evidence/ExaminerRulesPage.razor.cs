using Disclosure.Core.Evidence;
using Disclosure.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Evidence;

/// <summary>
/// Thresholds, words and lists of the examiner: everybody may read what is looked for, the security administrator sets it.
/// </summary>
public sealed partial class ExaminerRulesPage
{
    private ExaminerSettingsView? current;
    private IReadOnlyList<ExaminerSettingsView> history = [];
    private Dictionary<string, string> typed = [];
    private HashSet<string> off = [];
    private string note = "";
    private KeptFormScope? kept;

    [Inject]
    private ExaminerSettingsService Service { get; set; } = default!;

    private static IReadOnlyList<ExaminerField> Numbers => ExaminerDraft.Numbers;

    private static IReadOnlyList<ExaminerField> Lists => ExaminerDraft.Lists;

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        (current, history) = (await Service.CurrentAsync(), await Service.HistoryAsync());
        Take();
    }

    private async Task ResetAsync()
    {
        Hush();
        await kept!.ForgetAsync();
        Take();
    }

    private void Take()
    {
        (typed, off, note) = (ExaminerDraft.Of(current!.Settings), [.. current.Settings.Off], "");
    }

    private void Switch(string code, bool on)
    {
        if (on)
        {
            off.Remove(code);
        }
        else
        {
            off.Add(code);
        }
    }

    private async Task SaveAsync(ActEventArgs act)
    {
        if (Busy || !await kept!.AgreesAsync(act))
        {
            return;
        }
        var made = ExaminerDraft.Read(typed, off, current!.Settings);
        if (!made.Ok)
        {
            (Problem, Notice) = (made.Problem, "");
            return;
        }
        var saved = await RunAsync(
            (by, now) => Service.SaveAsync(made.Value, note, current.Number, by, now),
            "检查规则已保存，没有办结的稿件将重新检查。"
        );
        if (saved)
        {
            await kept.ForgetAsync();
        }
    }
}
