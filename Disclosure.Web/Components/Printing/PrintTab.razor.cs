using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Forms;
using Disclosure.Core.Printing;
using Disclosure.Core.Publication;
using Disclosure.Core.Review;
using Disclosure.Web.Components.Shared;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Printing;

/// <summary>Everything about the paper of one item: printing, the prints there are, their scans and where the originals lie.</summary>
public sealed partial class PrintTab
{
    private Guid command = Guid.NewGuid();
    private PrintChoice choice = PrintChoice.FormOnly;
    private IReadOnlyList<PrintRow>? rows;
    private IReadOnlyDictionary<string, int> onPaper = new Dictionary<string, int>();
    private ScreenScope? screen;
    private TakenSheet? taken;
    private FormSheet? shown;
    private Problem? problem;
    private int? printed;
    private int read;
    private bool busy;

    /// <summary>The item.</summary>
    [Parameter, EditorRequired]
    public required ItemView Item { get; set; }

    /// <summary>Who prints.</summary>
    [Parameter, EditorRequired]
    public required Actor By { get; set; }

    /// <summary>What the reader has answered and not signed.</summary>
    [Parameter]
    public IReadOnlyList<Answer> Typed { get; set; } = [];

    [Inject]
    private PrintService Prints { get; set; } = default!;

    [Inject]
    private FormPrinter Printer { get; set; } = default!;

    [Inject]
    private PrintQueries Queries { get; set; } = default!;

    [Inject]
    private ItemSheets Sheets { get; set; } = default!;

    [Inject]
    private Site Site { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    // What this reader has just ticked counts too: consent is asked before anything is signed.
    private Answer? Concerned =>
        HoldLetters.Concerned(Item.Record)
        ?? Typed.FirstOrDefault(a => a is { Yes: true, Reason: OtherReason.TradeSecret or OtherReason.Privacy });

    private IReadOnlyList<(string Step, string Name, string Way)> Boxes =>
        [
            .. FormRecords
                .SignedBoxes(Item.Record)
                .Select(b => (b.Step, b.StepName, onPaper.TryGetValue(b.Step, out var print) ? $"已在第{print}次打印手签" : b.Name)),
        ];

    private string Preview => $"/items/{Item.Id}/form.pdf?{Chosen}";

    private string Editable => $"/items/{Item.Id}/form.docx?{Chosen}";

    private string Chosen => $"flow={choice.WithFlow}&files={choice.WithFiles}&pen={string.Join(',', choice.PenSteps)}";

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync() => choice = await Prints.ChoiceAsync(By);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (read != Item.Id)
        {
            (read, printed, taken, problem, shown) = (Item.Id, null, null, null, null);
        }
        await ReadAsync();
    }

    private async Task ShowAsync()
    {
        if (shown is not null)
        {
            shown = null;
            return;
        }
        await DrawAsync();
    }

    private async Task DrawAsync()
    {
        var sheet = await Prints.SheetAsync(Item.Id, choice, By, Now);
        (shown, problem) = (sheet.Ok ? Printer.Printable(sheet.Value) : null, sheet.Problem);
    }

    private async Task ReadAsync()
    {
        rows = await Queries.OfItemAsync(Item.Id, By, Now);
        onPaper = await Sheets.OnPaperAsync(Item.Record);
    }

    private IReadOnlyList<string> Pens(string step, bool left) =>
        left ? [.. choice.PenSteps, step] : [.. choice.PenSteps.Where(s => s != step)];

    private async Task ChooseAsync(PrintChoice chosen)
    {
        choice = chosen;
        if (shown is not null)
        {
            await DrawAsync();
        }
    }

    private async Task PrintAsync(ActEventArgs act)
    {
        if (busy || !await screen!.AgreesAsync(act))
        {
            return;
        }
        busy = true;
        var outcome = await Prints.RegisterAsync(Item.Id, choice, Site.Address(Navigation.BaseUri), command, By, Now);
        (busy, problem) = (false, outcome.Problem);
        if (outcome.Ok)
        {
            (printed, command) = (outcome.Value, Guid.NewGuid());
            await ReadAsync();
        }
    }

    private async Task TakenAsync(TakenSheet scan)
    {
        taken = scan;
        await ReadAsync();
    }
}
