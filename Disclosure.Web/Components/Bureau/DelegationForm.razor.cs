using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Deadlines;
using Disclosure.Core.Store;
using Disclosure.Web.Components.Shared.Fields;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Disclosure.Web.Components.Bureau;

/// <summary>Registers a written authorisation to sign for another, with its scan.</summary>
public partial class DelegationForm(DelegationService service, StaffQueries queries, BureauQueries bureau, BlobStore blobs)
{
    // A scanned page or two; more is a wrong file.
    private const long LargestScan = 20L << 20;

    private static readonly IReadOnlyList<Choice<Duty>> Signing =
    [
        .. Enum.GetValues<Duty>().Where(d => d != Duty.Editor && !d.IsAdministrator()).Select(d => new Choice<Duty>(d, d.Name())),
    ];

    private IReadOnlyList<Choice<int>> holders = [];
    private IReadOnlyList<Choice<int>> deputies = [];
    private IReadOnlyList<Choice<int>> units = [];
    private Guid click;
    private Duty duty;
    private DateOnly? from;
    private DateOnly? until;

    // Hash of the stored scan and the name of the file, with a blank between them.
    private string scan = "";
    private int principalId;
    private int deputyId;
    private int unitId;
    private bool uploading;

    /// <summary>Raised when registering was tried; true when it was done.</summary>
    [Parameter]
    public EventCallback<bool> OnTried { get; set; }

    /// <summary>Thought better of.</summary>
    [Parameter]
    public EventCallback OnCancel { get; set; }

    private string ScanState =>
        uploading ? "正在上传…"
        : scan.Split(' ', 2) is [_, var name] ? $"已上传：{name}"
        : "PDF、JPG 或 PNG，不超过 20 MB";

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        if (units.Count == 0)
        {
            units = Choices((await bureau.UnitsAsync("", false)).Select(u => new ChoiceRow(u.Id, u.Name)));
            await BeginAsync();
        }
    }

    private static IReadOnlyList<Choice<int>> Choices(IEnumerable<ChoiceRow> rows) => [.. rows.Select(r => new Choice<int>(r.Id, r.Name))];

    private async Task BeginAsync()
    {
        (click, duty, from, until) = (Guid.NewGuid(), Duty.DeputyDirector, Today, Today.AddDays(DueDates.ProposedDelegationDays - 1));
        (unitId, scan) = (0, "");
        await ChooseDutyAsync();
        await ChooseUnitAsync();
    }

    private async Task ChooseDutyAsync()
    {
        var found = Choices(await bureau.HoldersAsync(duty, Today));
        (holders, principalId) = (found, found is [var only] ? only.Value : 0);
    }

    private async Task ChooseUnitAsync()
    {
        var found = Choices(await queries.MembersAsync(unitId));
        (deputies, deputyId) = (found, found is [var only] ? only.Value : 0);
    }

    private async Task UploadAsync(InputFileChangeEventArgs e)
    {
        Hush();
        (uploading, scan) = (true, "");
        StateHasChanged();
        try
        {
            var stored = await StoreAsync(e.File);
            (scan, Problem) = (stored.Ok ? $"{stored.Value.Sha256} {e.File.Name}" : "", stored.Problem);
        }
        finally
        {
            uploading = false;
        }
    }

    private async Task<Outcome<StoredBlob>> StoreAsync(IBrowserFile file)
    {
        if (file.Size > LargestScan)
        {
            return new FileTooLarge(LargestScan);
        }
        var by = await Current.GetAsync();
        var started = await blobs.StartAsync(file.Name, file.Size, by.StaffId, DelegationService.UploadPurpose);
        if (!started.Ok)
        {
            return started.Problem!;
        }
        await using var body = file.OpenReadStream(LargestScan);
        var kept = await blobs.AppendAsync(started.Value, by.StaffId, 0, body);
        return kept.Ok ? await blobs.FinishAsync(started.Value, by.StaffId) : kept.Problem!;
    }

    private Task<bool> GiveAsync()
    {
        var entry = new DelegationEntry(principalId, deputyId, duty, from ?? default, until ?? default, scan.Split(' ')[0]);
        return RunAsync((by, now) => service.GiveAsync(entry, click, by, now), "");
    }
}
