using System.Globalization;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Deadlines;
using Disclosure.Core.Store;
using Microsoft.AspNetCore.Components.Forms;

namespace Disclosure.Web.Components.Bureau;

/// <summary>Written authorisations to sign for another, with their scans.</summary>
public partial class DelegationsPage(
    DelegationService service,
    DelegationConfirming second,
    StaffQueries queries,
    BureauQueries bureau,
    BlobStore blobs
)
{
    // A scanned page or two; more is a wrong file.
    private const long LargestScan = 20L << 20;

    private IReadOnlyList<DelegationRow> delegations = [];
    private IReadOnlyList<ChoiceRow> holders = [];
    private IReadOnlyList<ChoiceRow> deputies = [];
    private IReadOnlyList<UnitRow> units = [];
    private DelegationRow? acting;
    private bool confirming;
    private int me;
    private Guid click;
    private Duty duty;
    private DateOnly from;
    private DateOnly until;
    private string text = "";
    private string scan = "";
    private string scanName = "";
    private int principalId;
    private int deputyId;
    private int unitId;
    private int page;
    private int total;
    private bool withEnded;
    private bool adding;
    private bool uploading;

    private string ScanState =>
        uploading ? "正在上传…"
        : scan.Length > 0 ? $"已上传：{scanName}"
        : "PDF、JPG 或 PNG，不超过 20 MB";

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        me = (await Current.GetAsync()).StaffId;
        (delegations, total) = await queries.DelegationsAsync(text, withEnded, page, Today);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Look(DelegationRow d) =>
        d switch
        {
            _ when !d.IsLive(Today) => "state off",
            { Awaits: true } => "state warn",
            _ => "state on",
        };

    private Task ShowAsync(int wanted)
    {
        page = wanted;
        return LoadAsync();
    }

    private async Task BeginAdd()
    {
        Leave();
        (adding, click, duty, from, until) = (
            true,
            Guid.NewGuid(),
            Duty.DeputyDirector,
            Today,
            Today.AddDays(DueDates.ProposedDelegationDays - 1)
        );
        (principalId, deputyId, unitId, scan, scanName) = (0, 0, 0, "", "");
        units = await bureau.UnitsAsync("", false);
        await ChooseDutyAsync();
        await ChooseUnitAsync();
    }

    private async Task ChooseDutyAsync()
    {
        holders = await bureau.HoldersAsync(duty, Today);
        principalId = holders is [var only] ? only.Id : 0;
    }

    private async Task ChooseUnitAsync()
    {
        deputies = await queries.MembersAsync(unitId);
        deputyId = deputies is [var only] ? only.Id : 0;
    }

    private void Begin(DelegationRow row, bool confirm)
    {
        Leave();
        (acting, confirming) = (row, confirm);
    }

    private void Leave()
    {
        Hush();
        (adding, acting) = (false, null);
    }

    private async Task UploadAsync(InputFileChangeEventArgs e)
    {
        Hush();
        (uploading, scan, scanName) = (true, "", e.File.Name);
        StateHasChanged();
        try
        {
            var stored = await StoreAsync(e.File);
            (scan, Problem) = (stored.Ok ? stored.Value.Sha256 : "", stored.Problem);
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

    private async Task GiveAsync()
    {
        var entry = new DelegationEntry(principalId, deputyId, duty, from, until, scan);
        if (await RunAsync((by, now) => service.GiveAsync(entry, click, by, now), "委托已登记，待委托人本人或另一名管理员确认后生效。"))
        {
            adding = false;
        }
    }

    private async Task RevokeAsync()
    {
        if (await RunAsync((by, now) => service.RevokeAsync(acting!.Id, by, now), "委托已撤销。"))
        {
            acting = null;
        }
    }

    private async Task ConfirmAsync()
    {
        if (await RunAsync((by, now) => second.ConfirmBesideScanAsync(acting!.Id, by, now), "委托已确认，受托人须重新登录。"))
        {
            acting = null;
        }
    }
}
