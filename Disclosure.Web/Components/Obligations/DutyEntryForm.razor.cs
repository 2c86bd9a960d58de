using System.Globalization;
using Disclosure.Core.Common;
using Disclosure.Core.Deadlines;
using Disclosure.Core.Obligations;
using Disclosure.Core.Store;
using Disclosure.Web.Components.Shared;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Disclosure.Web.Components.Obligations;

/// <summary>Takes the office's entry about one yearly duty.</summary>
public sealed partial class DutyEntryForm
{
    // A report or a few scanned pages; more is a wrong file.
    private const long LargestFile = 20L << 20;

    private Guid command = Guid.NewGuid();
    private KeptFormScope? kept;
    private DateOnly? doneOn;
    private string place = "";
    private string reporter = "";
    private string minutes = "";
    private string remark = "";
    private string reason = "";
    private string? file;
    private string fileName = "";
    private Problem? problem;
    private bool busy;
    private bool uploading;

    /// <summary>The duty.</summary>
    [Parameter, EditorRequired]
    public required OwedRow Row { get; set; }

    /// <summary>Calendar year of its last day.</summary>
    [Parameter, EditorRequired]
    public int Year { get; set; }

    /// <summary>The bureau's day.</summary>
    [Parameter, EditorRequired]
    public DateOnly Today { get; set; }

    /// <summary>Raised once it is written.</summary>
    [Parameter]
    public EventCallback Entered { get; set; }

    /// <summary>Raised when nothing shall be written.</summary>
    [Parameter]
    public EventCallback Left { get; set; }

    [Inject]
    private ObligationService Service { get; set; } = default!;

    [Inject]
    private BlobStore Blobs { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private bool Hearing => Row.Duty.Proof == DutyProof.Hearing;

    private string FileState =>
        uploading ? "正在上传…"
        : file is not null ? $"已上传：{fileName}"
        : "不超过 20 MB，不得含涉密内容";

    /// <summary>Where what is typed is kept.</summary>
    public static string PlaceOf(int year, string duty) => $"duties/{year}/{duty}";

    /// <inheritdoc/>
    protected override void OnInitialized() => Begin();

    private void Begin()
    {
        reason = "";
        // A correction begins with what stands.
        var standing = Row.Entries.FirstOrDefault(e => e.Counts);
        (doneOn, place, reporter, minutes, remark) = standing is null
            ? (Today, "", "", "", "")
            : (standing.DoneOn, standing.Place, standing.Reporter, standing.Minutes, standing.Remark);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task LeaveAsync()
    {
        await kept!.ForgetAsync();
        await Left.InvokeAsync();
    }

    private Task SaveAsync(ActEventArgs act) => doneOn is { } day ? SaveAsync(act, day) : Task.CompletedTask;

    private Task SaveAsync(ActEventArgs shown, DateOnly day) =>
        RunAsync(
            shown,
            (by, now) =>
                Service.EnterAsync(
                    Row.Duty.Code,
                    Year,
                    new DutyDraft(day, place)
                    {
                        Reporter = reporter,
                        Minutes = minutes,
                        Remark = remark,
                        FileSha256 = file,
                        FileName = fileName,
                        Reason = reason,
                    },
                    command,
                    by,
                    now
                )
        );

    private Task TakeBackAsync(ActEventArgs shown) =>
        RunAsync(shown, (by, now) => Service.TakeBackAsync(Row.Duty.Code, Year, reason, command, by, now));

    private async Task RunAsync(ActEventArgs shown, Func<Actor, DateTime, Task<Outcome<int>>> act)
    {
        if (!await kept!.AgreesAsync(shown))
        {
            return;
        }
        busy = true;
        var outcome = await act(await Current.GetAsync(), Clock.GetUtcNow().UtcDateTime);
        (problem, busy, command) = (outcome.Problem, false, Guid.NewGuid());
        if (outcome.Ok)
        {
            await kept.ForgetAsync();
            await Entered.InvokeAsync();
        }
    }

    private async Task UploadAsync(InputFileChangeEventArgs e)
    {
        (problem, uploading, file, fileName) = (null, true, null, e.File.Name);
        StateHasChanged();
        try
        {
            var stored = await StoreAsync(e.File);
            (file, problem) = (stored.Ok ? stored.Value.Sha256 : null, stored.Problem);
        }
        finally
        {
            uploading = false;
        }
    }

    private async Task<Outcome<StoredBlob>> StoreAsync(IBrowserFile chosen)
    {
        if (chosen.Size > LargestFile)
        {
            return new FileTooLarge(LargestFile);
        }
        var by = await Current.GetAsync();
        var started = await Blobs.StartAsync(chosen.Name, chosen.Size, by.StaffId, ObligationService.UploadPurpose);
        if (!started.Ok)
        {
            return started.Problem!;
        }
        await using var body = chosen.OpenReadStream(LargestFile);
        var kept = await Blobs.AppendAsync(started.Value, by.StaffId, 0, body);
        return kept.Ok ? await Blobs.FinishAsync(started.Value, by.StaffId) : kept.Problem!;
    }
}
