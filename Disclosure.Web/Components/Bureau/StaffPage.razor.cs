using Disclosure.Core.Bureau;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Bureau;

/// <summary>Everybody with an account; what is searched for stands in the address, so that going back finds it again.</summary>
public partial class StaffPage(StaffService staff, StaffQueries queries, BureauQueries bureau, NavigationManager navigation)
{
    private IReadOnlyList<StaffRow> people = [];
    private IReadOnlyList<UnitRow> units = [];
    private IReadOnlyList<Shortage> shortages = [];
    private StaffDraft entry = new();
    private FirstPassword? added;
    private Guid click;
    private string addedName = "";
    private string text = "";
    private string duty = "";
    private int unitId;
    private int total;
    private bool withClosed;
    private bool adding;

    /// <summary>Words searched for.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? Words { get; set; }

    /// <summary>Unit narrowed to.</summary>
    [SupplyParameterFromQuery(Name = "unit")]
    public int? Unit { get; set; }

    /// <summary>Duty narrowed to.</summary>
    [SupplyParameterFromQuery(Name = "duty")]
    public string? DutyName { get; set; }

    /// <summary>With closed accounts.</summary>
    [SupplyParameterFromQuery(Name = "closed")]
    public bool Closed { get; set; }

    /// <summary>Page, from 0.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public int Page { get; set; }

    /// <summary>Look and word of a person's state.</summary>
    internal static (string Look, string Word) State(StaffRow p) =>
        (
            p switch
            {
                { Active: false } => "state off",
                { Locked: true } => "state stop",
                { MustChangePassword: true } => "state warn",
                _ => "state on",
            },
            p.State
        );

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        (text, unitId, withClosed) = (Words ?? "", Unit ?? 0, Closed);
        Duty? wanted = Enum.TryParse<Duty>(DutyName, out var parsed) ? parsed : null;
        duty = wanted?.ToString() ?? "";
        (people, total) = await queries.PageAsync(new(text, Unit, wanted, withClosed), Math.Max(0, Page), Now);
        units = await bureau.UnitsAsync("", false);
        shortages = await bureau.ShortagesAsync(Today);
    }

    private void Search(int page) =>
        navigation.NavigateTo(
            navigation.GetUriWithQueryParameters(
                "/bureau/staff",
                new Dictionary<string, object?>
                {
                    ["q"] = text.Trim() is { Length: > 0 } words ? words : null,
                    ["unit"] = unitId == 0 ? null : unitId,
                    ["duty"] = duty.Length == 0 ? null : duty,
                    ["closed"] = withClosed ? true : null,
                    ["page"] = page == 0 ? null : page,
                }
            )
        );

    private void BeginAdd()
    {
        Leave();
        (adding, click, entry) = (true, Guid.NewGuid(), new StaffDraft { UnitId = unitId });
    }

    private void Leave()
    {
        Hush();
        (adding, added) = (false, null);
    }

    private async Task AddAsync()
    {
        addedName = entry.Name.Trim();
        if (await RunAsync((by, now) => staff.AddAsync(entry.Entry, click, by, now), "", made => added = made))
        {
            adding = false;
        }
    }
}
