using System.Text.Json;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Shared;

/// <summary>
/// A form that is sent in one act, such as a new consultation or a person's card: its fields are kept by their names while they are typed.
/// </summary>
public sealed partial class KeptFormScope
{
    private readonly Dictionary<string, string> begun = [];
    private Dictionary<string, string>? left;
    private Dictionary<string, string> kept = [];
    private ScreenScope? screen;
    private ScreenScope? heard;
    private FormKeeper? keeper;
    private DateTime savedAt;
    private int turn;
    private bool focused;

    /// <summary>Which form, with the thing it is about: consultations/new.</summary>
    [Parameter, EditorRequired]
    public string Place { get; set; } = "";

    /// <summary>The item it speaks of; what was typed is erased with it.</summary>
    [Parameter]
    public int? ItemId { get; set; }

    /// <summary>True for a form that somebody opens: the first field takes the keyboard.</summary>
    [Parameter]
    public bool TakesFocus { get; set; }

    /// <summary>What was left is given up: the page shows the form as it was before.</summary>
    [Parameter]
    public EventCallback OnDropped { get; set; }

    /// <summary>The panel in which its fields count together with others; none for a form that is a panel of its own.</summary>
    [Parameter]
    public ScreenScope? Within { get; set; }

    /// <summary>The form.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private string When => BureauTime.Show(savedAt);

    /// <summary>True when the screen shows what the server has; otherwise nothing may be done.</summary>
    public Task<bool> AgreesAsync(ActEventArgs act) => (Within ?? screen)!.AgreesAsync(act);

    /// <summary>A field begins with a value of the page; answers what an earlier visit left in it, or null.</summary>
    public string? Begin(string name, string value)
    {
        begun[name] = value.ReplaceLineEndings("\n").Trim();
        return left!.GetValueOrDefault(name);
    }

    /// <summary>It was sent or given up: nothing is kept any more, and the fields begin anew with what the page gives them.</summary>
    public async Task ForgetAsync()
    {
        kept = [];
        left = [];
        begun.Clear();
        turn++;
        await keeper!.ForgetAsync();
        StateHasChanged();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Hear(null);
        if (keeper is not null)
        {
            if (keeper.Dirty)
            {
                await keeper.SaveAsync();
            }
            await keeper.DisposeAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var by = await Current.GetAsync();
        var found = await Drafts.FindAsync(Place, by, Clock.GetUtcNow().UtcDateTime);
        savedAt = found?.SavedAt ?? default;
        kept = found is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(found.Json) ?? [];
        keeper = new FormKeeper(Drafts, Place, ItemId, Json, by, Clock, work => InvokeAsync(work), Log);
        left = new(kept);
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        Hear(left is null ? null : Within ?? screen);
        if (TakesFocus && screen is not null && !focused)
        {
            focused = true;
            await screen.FocusFirstAsync();
        }
    }

    private async Task DropAsync()
    {
        // The page first: fields that begin anew begin with what the page has.
        await OnDropped.InvokeAsync();
        await ForgetAsync();
    }

    private void Hear(ScreenScope? scope)
    {
        if (heard == scope)
        {
            return;
        }
        if (heard is not null)
        {
            heard.Fields.Changed -= Note;
        }
        heard = scope;
        if (heard is not null)
        {
            heard.Fields.Changed += Note;
            Note();
        }
    }

    // What a field began with is the page's; only what differs from that was typed.
    private void Note()
    {
        var before = Json();
        foreach (var (name, value) in heard!.Fields.Values)
        {
            if (begun.GetValueOrDefault(name) == value)
            {
                kept.Remove(name);
            }
            else if (begun.ContainsKey(name))
            {
                kept[name] = value;
            }
        }
        if (Json() != before)
        {
            keeper!.Touch();
        }
    }

    private string Json() => kept.Count == 0 ? "" : JsonSerializer.Serialize(kept);
}

/// <summary>Saves what stands in a form and is not sent yet.</summary>
public sealed class FormKeeper(
    FormDraftService drafts,
    string place,
    int? itemId,
    Func<string> json,
    Actor by,
    TimeProvider clock,
    Func<Func<Task>, Task> onPage,
    ILogger log
) : Autosave(clock, onPage, log)
{
    /// <summary>Nothing is kept any more.</summary>
    public Task<Problem?> ForgetAsync() =>
        BetweenSavesAsync(async () =>
        {
            GiveUpChanges();
            SavedAt = null;
            return (await drafts.SaveAsync(place, itemId, "", by, Now)).Problem;
        });

    /// <inheritdoc/>
    protected override async Task<Problem?> WriteAsync()
    {
        var outcome = await drafts.SaveAsync(place, itemId, json(), by, Now);
        if (outcome.Ok)
        {
            SavedAt = outcome.Value;
        }
        return outcome.Problem;
    }

    /// <inheritdoc/>
    protected override bool IsFinal(Problem problem) => problem is NotFound or FormTooLong;
}
