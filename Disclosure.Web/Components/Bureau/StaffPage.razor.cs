using Disclosure.Core.Bureau;
using Disclosure.Web.Components.Shared.Fields;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Bureau;

/// <summary>Everybody with an account; what is searched for stands in the address, so that going back finds it again.</summary>
public partial class StaffPage(StaffService staff, StaffQueries queries, BureauQueries bureau, NavigationManager navigation)
{
    private static readonly IReadOnlyList<Choice<Duty?>> AllDuties =
    [
        .. Enum.GetValues<Duty>().Select(d => new Choice<Duty?>(d, d.Name())),
    ];

    private IReadOnlyList<StaffRow> people = [];
    private IReadOnlyList<UnitRow> units = [];
    private IReadOnlyList<Shortage> shortages = [];
    private StaffDraft entry = new();
    private FirstPassword? added;
    private Guid click;
    private string addedName = "";
    private string text = "";
    private Duty? duty;
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

    private IReadOnlyList<Choice<int>> UnitChoices => [.. units.Select(u => new Choice<int>(u.Id, u.Name))];

    /// <summary>Look and word of a person's state.</summary>
    internal static (string Look, string Word) State(StaffRow p) =>
        (
            p switch
            {
                { Active: false } => "",
                { Locked: true } => "mud-error-text",
                { MustChangePassword: true } => "mud-warning-text",
                _ => "mud-success-text",
            },
            p.State
        );

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        Duty? wanted = Enum.TryParse<Duty>(DutyName, out var parsed) ? parsed : null;
        var asked = new StaffFilter(Words ?? "", Unit, wanted, Closed);
        units = await bureau.UnitsAsync("", false);
        (text, unitId, withClosed, duty) = (asked.Text, Unit ?? 0, Closed, wanted);
        (people, total) = await queries.PageAsync(asked, Math.Max(0, Page), Now);
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
                    ["duty"] = duty?.ToString(),
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

    private Task<bool> AddAsync()
    {
        addedName = entry.Name.Trim();
        return RunAsync((by, now) => staff.AddAsync(entry.Entry, click, by, now), "", made => added = made);
    }
}
