using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.PublicOpinion;
using Disclosure.Web.Components.Shared;
using Disclosure.Web.Components.Shared.Fields;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.PublicOpinion;

/// <summary>Takes one act on a case.</summary>
public sealed partial class OpinionDeeds(OpinionService service, OpinionQueries queries, FormDraftService drafts, TimeProvider time)
{
    private static readonly IReadOnlyList<Choice<OpinionLevel>> Levels =
    [
        .. Enum.GetValues<OpinionLevel>().Select(l => new Choice<OpinionLevel>(l, l.Name())),
    ];

    private static readonly IReadOnlyList<Choice<OpinionResult>> Results =
    [
        .. Enum.GetValues<OpinionResult>().Select(r => new Choice<OpinionResult>(r, r.Name())),
    ];

    private Guid command = Guid.NewGuid();
    private KeptFormScope? kept;
    private IReadOnlyList<AnsweringUnit> units = [];
    private OpinionAct? deed;
    private OpinionClock clock;
    private OpinionLevel level;
    private OpinionResult result;
    private DateTime? met;
    private int sectionId;
    private string text = "";
    private string said = "";
    private Problem? problem;
    private bool busy;

    /// <summary>The case.</summary>
    [Parameter, EditorRequired]
    public required OpinionView Case { get; set; }

    /// <summary>The reader.</summary>
    [Parameter, EditorRequired]
    public required Actor By { get; set; }

    /// <summary>Raised once something is written.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private IEnumerable<(OpinionAct Act, string Name)> Offers
    {
        get
        {
            var (open, acts, clocks) = (Case.Row.ClosedAt is null, Case.Acts, Case.Row.Clocks);
            return new (OpinionAct Act, string Name, bool Offered)[]
            {
                (OpinionAct.Noted, "记录进展或批注", open),
                (OpinionAct.Met, "登记时限完成", acts.Meet && clocks.Any(c => c.MetAt is null)),
                (OpinionAct.MetWithdrawn, "撤销完成登记", acts.Meet && clocks.Any(c => c.ByHand)),
                (OpinionAct.LevelChanged, "调整等级", open && acts.Office),
                (OpinionAct.SectionChanged, "调整责任科室", open && acts.Office),
                (OpinionAct.Closed, "办结", open && acts.Office),
                (OpinionAct.Reopened, "重新办理", !open && acts.Office),
            }
                .Where(o => o.Offered)
                .Select(o => (o.Act, o.Name));
        }
    }

    private IReadOnlyList<Choice<OpinionClock>> Clocks =>
        [.. Choices.Select(c => new Choice<OpinionClock>(c.Clock, $"{c.Hours} 小时内{c.Clock.Name()}"))];

    private IReadOnlyList<Choice<int>> Sections => [.. units.Select(u => new Choice<int>(u.Id, u.Name))];

    private IEnumerable<ClockState> Choices => Case.Row.Clocks.Where(c => deed == OpinionAct.Met ? c.MetAt is null : c.ByHand);

    private string Asked =>
        deed switch
        {
            OpinionAct.Noted => "内容",
            OpinionAct.Met => "完成情况（在哪里、以什么方式）",
            OpinionAct.Closed => "办结情况",
            _ => "理由",
        };

    private string Consequence =>
        deed switch
        {
            OpinionAct.Noted => "写入办理记录，写入后不能修改。",
            OpinionAct.Met => "经本系统发布的回应会自动认定，不用登记；这里只登记新闻发布会和其他渠道的回应。",
            OpinionAct.MetWithdrawn => "撤销后时限继续计时，两条记录都保留。",
            OpinionAct.LevelChanged => "时限改按新等级执行，仍从发生时间起算；回应稿件的紧急时限随之改变。",
            OpinionAct.SectionChanged => "由新的责任科室回应，计时不停；原科室已起草的稿件仍然关联。",
            OpinionAct.Closed when Case.Row.Next is { } next =>
                $"“{next.Clock.Name()}”尚未完成，办结后按未完成记录；停止计时和提醒，在办的回应稿件不再优先。",
            OpinionAct.Closed => "停止计时和提醒，记录保留。",
            _ => "从发生时间起继续计时，时限不因办结而顺延。",
        };

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var left = await drafts.LeftAsync($"opinions/{Case.Row.Id}/", By, Now);
        if (Offers.FirstOrDefault(o => left.Contains(PlaceOf(o.Act))) is { Name: not null } begun)
        {
            await OpenAsync(begun.Act);
        }
    }

    private string PlaceOf(OpinionAct act) => $"opinions/{Case.Row.Id}/{act}";

    private async Task OpenAsync(OpinionAct act)
    {
        if (act == OpinionAct.SectionChanged)
        {
            // Before the field is drawn: it begins with a choice.
            units = await queries.UnitsAsync(By, Now);
        }
        Begin(act);
    }

    private void Begin(OpinionAct act)
    {
        (deed, problem, said, text, command) = (act, null, "", "", Guid.NewGuid());
        (level, sectionId, met, result) = (Case.Row.Level, Case.SectionId, OpinionLook.Minute(Now), default);
        clock = Choices.Select(c => c.Clock).FirstOrDefault();
    }

    private async Task LeaveAsync()
    {
        await kept!.ForgetAsync();
        deed = null;
    }

    private async Task DoAsync(ActEventArgs act)
    {
        if (!await kept!.AgreesAsync(act))
        {
            return;
        }
        busy = true;
        problem = (await ActAsync(Case.Row.Id)).Problem;
        busy = false;
        if (problem is null)
        {
            await kept.ForgetAsync();
            (said, deed) = ($"已{Offers.First(o => o.Act == deed).Name}。", null);
            await Changed.InvokeAsync();
        }
    }

    private Task<Outcome<Done>> ActAsync(int id) =>
        deed switch
        {
            OpinionAct.Noted => service.NoteAsync(id, text, command, By, Now),
            OpinionAct.Met => service.MeetAsync(id, clock, met is { } local ? BureauTime.ToUtc(local) : Now, text, command, By, Now),
            OpinionAct.MetWithdrawn => service.WithdrawMetAsync(id, clock, text, command, By, Now),
            OpinionAct.LevelChanged => service.ChangeLevelAsync(id, level, text, command, By, Now),
            OpinionAct.SectionChanged => service.ChangeSectionAsync(id, sectionId, text, command, By, Now),
            OpinionAct.Closed => service.CloseAsync(id, result, text, command, By, Now),
            _ => service.ReopenAsync(id, text, command, By, Now),
        };
}
