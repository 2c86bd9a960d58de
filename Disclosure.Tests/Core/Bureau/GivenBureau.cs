using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Disclosure.Tests.Core.Bureau;

/// <summary>A small bureau: the leadership, two sections, two counties, and one person for every duty, all signed in before.</summary>
internal sealed class GivenBureau : IAsyncDisposable
{
    public static readonly DateTime Now = TestStore.Start;
    public static readonly DateOnly Today = BureauTime.Day(Now);

    private readonly Dictionary<string, int> units = [];
    private readonly Dictionary<string, int> people = [];

    private GivenBureau(TestStore store) => Store = store;

    public TestStore Store { get; }

    public BureauService Bureau => Store.Get<BureauService>();

    public StaffService Staff => Store.Get<StaffService>();

    public DutyService Duties => Store.Get<DutyService>();

    public DelegationService Delegations => Store.Get<DelegationService>();

    public PasswordResetService Resets => Store.Get<PasswordResetService>();

    public DelegationConfirming Confirming => Store.Get<DelegationConfirming>();

    public IdentityQueries Identity => Store.Get<IdentityQueries>();

    public BureauQueries Queries => Store.Get<BureauQueries>();

    public StaffQueries People => Store.Get<StaffQueries>();

    public Actor System => By(Duty.SystemAdmin);

    public Actor Security => By(Duty.SecurityAdmin);

    public static async Task<GivenBureau> CreateAsync()
    {
        var store = await TestStore.CreateAsync(services: services =>
            services
                // The real one takes a tenth of a second a hash.
                .AddSingleton<IPasswordHasher<Staff>>(
                    new PasswordHasher<Staff>(Options.Create(new PasswordHasherOptions { IterationCount = 10 }))
                )
                .AddSingleton<Operations>()
                .AddSingleton<BureauService>()
                .AddSingleton<StaffService>()
                .AddSingleton<DutyService>()
                .AddSingleton<DelegationService>()
                .AddSingleton<PasswordResetService>()
                .AddSingleton<DelegationConfirming>()
                .AddSingleton<Passwords>()
                .AddSingleton<AdministratorRecovery>()
                .AddSingleton<AccountService>()
                .AddSingleton<BureauQueries>()
                .AddSingleton<StaffQueries>()
                .AddSingleton<IdentityQueries>()
                .AddSingleton<IKeptItems, KeptItems>()
                .AddSingleton<FormDraftService>()
        );
        var given = new GivenBureau(store);
        await given.FillAsync();
        return given;
    }

    public int Unit(string shortName) => units[shortName];

    public int Person(string name) => people[name];

    public int Person(Duty duty) => people[duty.Name()];

    public Actor By(Duty duty) => new(Person(duty), duty.Name(), "10.0.0.7");

    public Actor By(string name) => new(Person(name), name, "10.0.0.7");

    public async Task<int> HireAsync(string name, string unit, bool active = true, bool mustChangePassword = false)
    {
        var person = new Staff
        {
            SignInName = $"p{people.Count}",
            Name = name,
            UnitId = Unit(unit),
            Active = active,
            MustChangePassword = mustChangePassword,
        };
        await Store.GivenAsync(async db => await db.Staff.AddAsync(person));
        return people[name] = person.Id;
    }

    public async Task<int> HoldsAsync(string name, Duty duty, string? unit = null, DateOnly? from = null, DateOnly? until = null)
    {
        var held = new DutyAssignment
        {
            StaffId = Person(name),
            Duty = duty,
            UnitId = unit is null ? null : Unit(unit),
            From = from ?? Today.AddYears(-1),
            Until = until,
        };
        await Store.GivenAsync(async db => await db.DutyAssignments.AddAsync(held));
        return held.Id;
    }

    /// <summary>Key of the assignment by which the person holds the duty.</summary>
    public async Task<int> AssignmentAsync(Duty duty)
    {
        await using var db = Store.Look();
        return await db.DutyAssignments.Where(a => a.Duty == duty).Select(a => a.Id).FirstAsync();
    }

    public async Task<string> StampAsync(int staffId)
    {
        await using var db = Store.Look();
        return await db.Staff.Where(s => s.Id == staffId).Select(s => s.SecurityStamp).FirstAsync();
    }

    /// <summary>Uploads a scan as the page would; answers its hash.</summary>
    public async Task<string> ScanAsync(Actor by, string purpose = DelegationService.UploadPurpose, string words = "委托书")
    {
        var content = global::System.Text.Encoding.UTF8.GetBytes($"%PDF-1.7\n% {words} {Guid.NewGuid()}\ntrailer\n%%EOF\n");
        var id = (await Store.Blobs.StartAsync("委托书.pdf", content.Length, by.StaffId, purpose)).Value;
        _ = (await Store.Blobs.AppendAsync(id, by.StaffId, 0, new MemoryStream(content))).Value;
        return (await Store.Blobs.FinishAsync(id, by.StaffId)).Value.Sha256;
    }

    public async Task<DelegationEntry> AuthorisationAsync(Duty duty = Duty.DisclosureOffice, string? to = null) =>
        new(Person(duty), to is null ? Person("综合科科员") : Person(to), duty, Today, Today.AddDays(13), await ScanAsync(Security));

    /// <summary>An authorisation entered by the security and confirmed by the system administrator.</summary>
    public async Task<int> ConfirmedAsync()
    {
        var id = (await Delegations.GiveAsync(await AuthorisationAsync(), Guid.NewGuid(), Security, Now)).Value;
        _ = (await Confirming.ConfirmBesideScanAsync(id, System, Now)).Value;
        return id;
    }

    public async Task<long> EntriesAsync() => (long)(await Store.AskAsync("SELECT count(*) FROM Audit"))!;

    public async Task<string> LastEntryAsync() => (string)(await Store.AskAsync("SELECT Detail FROM Audit ORDER BY Seq DESC LIMIT 1"))!;

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    private async Task FillAsync()
    {
        foreach (
            var (code, name, brief, kind) in new[]
            {
                ("LD", "局领导", "局领导", UnitKind.Leadership),
                ("ZH", "综合科", "综合", UnitKind.Section),
                ("GY", "工业能源科", "工业", UnitKind.Section),
                ("540302", "卡若区统计局", "卡若", UnitKind.County),
                ("540321", "江达县统计局", "江达", UnitKind.County),
            }
        )
        {
            var unit = new Unit
            {
                Code = code,
                Name = name,
                ShortName = brief,
                Kind = kind,
            };
            await Store.GivenAsync(async db => await db.Units.AddAsync(unit));
            units[brief] = unit.Id;
        }
        foreach (var duty in Enum.GetValues<Duty>())
        {
            var (home, reach) = duty switch
            {
                Duty.DeputyDirector or Duty.Director => ("局领导", (string?)null),
                Duty.CountyChief => ("卡若", "卡若"),
                Duty.Editor or Duty.SectionHead => ("工业", "工业"),
                _ => ("综合", null),
            };
            await HireAsync(duty.Name(), home);
            await HoldsAsync(duty.Name(), duty, reach);
        }
        await HireAsync("综合科科员", "综合");
        await HireAsync("卡若区科员", "卡若");
        await HireAsync("局领导成员", "局领导");
    }
}
