using Disclosure.Core.Approval;
using Disclosure.Core.Deadlines;
using Disclosure.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Disclosure.Web.Components.Deadlines;

/// <summary>A national year typed, pasted or taken from a file; seen before it is entered.</summary>
public partial class YearEntryPanel(CalendarService service, CalendarQueries queries, StepDues dues)
{
    private YearPreview? preview;
    private KeptFormScope? scope;
    private Guid click;
    private string text = "";
    private string notice = "";
    private string fileName = "";
    private bool removing;
    private int loaded;

    /// <summary>The year.</summary>
    [Parameter, EditorRequired]
    public int Year { get; set; }

    /// <summary>What is known of it.</summary>
    [Parameter, EditorRequired]
    public required YearView Present { get; set; }

    /// <summary>The calendar has changed.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    /// <inheritdoc/>
    protected override Task LoadAsync()
    {
        if (loaded != Year)
        {
            // What was typed belongs to the other year.
            (loaded, removing) = (Year, false);
            Clear();
            Hush();
        }
        return Task.CompletedTask;
    }

    private void Forget() => preview = null;

    private void Clear() => (text, notice, fileName, preview) = ("", "", "", null);

    private void BeginRemove()
    {
        Hush();
        (removing, preview) = (true, null);
    }

    private void Leave()
    {
        Hush();
        removing = false;
    }

    private async Task ReadFileAsync(InputFileChangeEventArgs e)
    {
        Leave();
        Forget();
        // One byte more than allowed is enough to be told so.
        var most = (YearText.MostKilobytes * 1024) + 1;
        var bytes = new byte[(int)Math.Min(e.File.Size, most)];
        await using var body = e.File.OpenReadStream(Math.Max(e.File.Size, 1));
        await body.ReadExactlyAsync(bytes);
        var decoded = YearText.Decode(bytes);
        (Problem, fileName, text) = (decoded.Problem, e.File.Name, decoded.Ok ? decoded.Value : "");
        if (decoded.Ok)
        {
            await PreviewAsync();
        }
    }

    private async Task ShowAsync(ActEventArgs act)
    {
        if (await scope!.AgreesAsync(act))
        {
            await PreviewAsync();
        }
    }

    private async Task PreviewAsync()
    {
        Leave();
        var outcome = await queries.PreviewAsync(Year, text);
        (Problem, preview, click) = (outcome.Problem, outcome.Ok ? outcome.Value : null, Guid.NewGuid());
    }

    private async Task EnterNewAsync(ActEventArgs act)
    {
        if (await scope!.AgreesAsync(act))
        {
            await EnterAsync(false);
        }
    }

    private async Task EnterAsync(bool replace)
    {
        var entry = new YearEntry(Year, text, notice, replace);
        if (await RunAsync((by, now) => service.EnterYearAsync(entry, click, by, now), $"{Year}年国家放假安排已录入。"))
        {
            var filled = await dues.FillAsync(await Current.GetAsync(), Now);
            Notice += filled is { Ok: true, Value: > 0 and var count } ? $"补算了 {count} 项办理期限。" : "";
            Clear();
            await scope!.ForgetAsync();
            await Changed.InvokeAsync();
        }
    }

    private async Task RemoveAsync()
    {
        if (await RunAsync((by, now) => service.RemoveYearAsync(Year, by, now), $"录入的{Year}年安排已删除。"))
        {
            removing = false;
            await Changed.InvokeAsync();
        }
    }
}
