using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Deadlines;
using Disclosure.Core.Participation;
using Disclosure.Core.Submissions;
using Disclosure.Web.Components.Shared;
using Disclosure.Web.Components.Shared.Fields;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Participation;

/// <summary>Takes a consultation as typed.</summary>
public sealed partial class ConsultationForm
{
    private static readonly IReadOnlyList<Choice<Channel>> Channels =
    [
        .. Enum.GetValues<Channel>().Select(c => new Choice<Channel>(c, c.Name())),
    ];

    private Guid command = Guid.NewGuid();
    private IReadOnlyList<Choice<int>> items = [];
    private KeptFormScope? kept;
    private Channel channel = Channel.Website;
    private DateOnly? from;
    private DateOnly? until;
    private Problem? problem;
    private string title = "";
    private string text = "";
    private string reason = "";
    private int unit;
    private int item;
    private bool busy;

    /// <summary>Sections the person edits for.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<ChoiceRow> Sections { get; set; }

    /// <summary>The consultation to change; null for a new one.</summary>
    [Parameter]
    public ConsultationView? View { get; set; }

    /// <summary>Raised with its key once it is written.</summary>
    [Parameter]
    public EventCallback<int> Saved { get; set; }

    /// <summary>Raised when nothing shall change.</summary>
    [Parameter]
    public EventCallback Left { get; set; }

    [Inject]
    private ConsultationService Service { get; set; } = default!;

    [Inject]
    private ConsultationQueries Queries { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    private bool Begun => View is { Row.State: not ConsultationState.Ahead };

    private IReadOnlyList<Choice<int>> Units => [.. Sections.Select(s => new Choice<int>(s.Id, s.Name))];

    /// <summary>Where what is typed is kept: of a consultation, or of a new one.</summary>
    public static string PlaceOf(int? id) => id is null ? "consultations/new" : $"consultations/{id}/change";

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => BeginAsync();

    private async Task BeginAsync()
    {
        var today = BureauTime.Day(Now);
        (from, until, unit) = (today, today.AddDays(DueDates.ConsultationDays), Sections is [var first, ..] ? first.Id : 0);
        if (View is { } v)
        {
            (title, text, from, until, channel, unit) = (v.Row.Title, v.Text, v.Row.From, v.Row.Until, v.Row.Channel, v.UnitId);
        }
        else
        {
            (title, text, channel) = ("", "", Channel.Website);
        }
        reason = "";
        await ItemsAsync();
        item = View?.SubmissionId ?? 0;
    }

    private async Task ItemsAsync()
    {
        var found = await Queries.LinkableAsync(unit, await Current.GetAsync(), Now);
        // What is linked stays to be chosen, even once it is published.
        var offered =
            View is { SubmissionId: { } linked } && found.All(f => f.Id != linked) ? [new ChoiceRow(linked, View.Item), .. found] : found;
        IReadOnlyList<Choice<int>> choices = [.. offered.Select(o => new Choice<int>(o.Id, o.Name))];
        // The field begins anew with other choices only: one that is drawn anew is not there while it is.
        if (!choices.SequenceEqual(items))
        {
            (item, items) = (0, choices);
        }
    }

    private async Task LeaveAsync()
    {
        await kept!.ForgetAsync();
        await Left.InvokeAsync();
    }

    private async Task SaveAsync(ActEventArgs act)
    {
        if (!await kept!.AgreesAsync(act) || from is not { } first || until is not { } last)
        {
            return;
        }
        busy = true;
        var draft = new ConsultationDraft(title, text, first, last, unit, channel, item == 0 ? null : item);
        var by = await Current.GetAsync();
        var outcome = View is { } v
            ? Key(await Service.ChangeAsync(v.Row.Id, v.Version, draft, reason, command, by, Now), v.Row.Id)
            : await Service.BeginAsync(draft, command, by, Now);
        (problem, busy, command) = (outcome.Problem, false, Guid.NewGuid());
        if (outcome.Ok)
        {
            await kept.ForgetAsync();
            await Saved.InvokeAsync(outcome.Value);
        }
    }

    private static Outcome<int> Key(Outcome<Done> done, int id) => done.Ok ? id : done.Problem!;
}
