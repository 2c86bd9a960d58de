using System.Globalization;
using Disclosure.Core.Common;
using Disclosure.Core.PublicOpinion;
using Disclosure.Web.Components.Shared;
using Disclosure.Web.Components.Shared.Fields;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.PublicOpinion;

/// <summary>登记舆情: paste first, mend after, and see which limits will run until when.</summary>
public sealed partial class OpinionEntryPage(
    OpinionQueries queries,
    OpinionService service,
    CurrentActor current,
    TimeProvider clock,
    NavigationManager navigation
)
{
    private static readonly IReadOnlyList<Choice<OpinionLevel>> Levels =
    [
        .. Enum.GetValues<OpinionLevel>().Select(l => new Choice<OpinionLevel>(l, l.Name())),
    ];

    // The same click twice registers one case.
    private readonly Guid command = Guid.NewGuid();
    private IReadOnlyList<AnsweringUnit>? units;
    private string pasted = "";
    private string title = "";
    private string summary = "";
    private string source = "";
    private string link = "";
    private DateTime? raised;
    private OpinionLevel level = OpinionLevel.Ordinary;
    private int sectionId;
    private Problem? problem;
    private KeptFormScope? kept;
    private bool busy;

    private IReadOnlyList<Choice<int>> Sections => [.. units!.Select(u => new Choice<int>(u.Id, u.Name))];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private string Consequence =>
        raised is not { } from
            ? "请填写发生时间，时限从这一刻起计算。"
            : string.Concat(
                "登记后：",
                string.Join(
                    "，",
                    OpinionClocks
                        .Of(level)
                        .Select(c =>
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{from.AddHours(c.Hours):MM-dd HH:mm} 前{c.Clock.Name()}（{c.Hours} 小时）"
                            )
                        )
                ),
                "。责任科室、领导小组办公室在过半、最后一小时和超时时收到提醒。"
            );

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        units = await queries.UnitsAsync(await current.GetAsync(), Now);
        Begin();
    }

    private void Begin()
    {
        (pasted, title, summary, source, link, level, problem) = ("", "", "", "", "", OpinionLevel.Ordinary, null);
        (sectionId, raised) = (units is [var only] ? only.Id : 0, OpinionLook.Minute(Now));
    }

    private async Task LeaveAsync()
    {
        await kept!.ForgetAsync();
        navigation.NavigateTo("/opinions");
    }

    private static string Local(DateTime now) => BureauTime.Local(now).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    // What was typed by hand stays.
    private void Fill()
    {
        var read = PastedOpinion.Read(pasted);
        title = title.Length > 0 ? title : read.Title;
        summary = summary.Length > 0 ? summary : read.Summary;
        source = source.Length > 0 ? source : read.Source;
        link = link.Length > 0 ? link : read.Link;
    }

    private async Task RegisterAsync(ActEventArgs act)
    {
        if (!await kept!.AgreesAsync(act))
        {
            return;
        }
        if (raised is not { } local)
        {
            problem = new OpinionFieldMissing(nameof(OpinionEntry.RaisedAt), "发生时间");
            return;
        }
        busy = true;
        var entry = new OpinionEntry(title, summary, level, source, link, BureauTime.ToUtc(local), sectionId);
        var outcome = await service.RegisterAsync(entry, command, await current.GetAsync(), Now);
        (problem, busy) = (outcome.Problem, false);
        if (outcome.Ok)
        {
            await kept.ForgetAsync();
            navigation.NavigateTo($"/opinions/{outcome.Value}");
        }
    }
}
