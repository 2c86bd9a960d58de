using System.Text;
using Disclosure.Core;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Forms;
using Disclosure.Core.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using StoreOptions = Disclosure.Core.Store.StoreOptions;

namespace Disclosure.Tests.Support;

/// <summary>
/// A small bureau on a real store of its own, wired like the program; its clock is handed in. The store is a copy of one file that is
/// made once per test run, so that a bureau costs a file copy.
/// </summary>
public sealed partial class Given : IAsyncDisposable
{
    /// <summary>Password of everybody.</summary>
    public const string Password = "一号办公室-2026";

    // Every commit waits for the disk; where the system has one in memory, thousands of commits cost nothing.
    private static readonly string Disk = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();
    private static readonly Lazy<Task<string>> Empty = new(MakeEmptyAsync);

    private readonly ServiceProvider services;
    private readonly FakeTimeProvider clock;
    private readonly Dictionary<string, Staff> people;

    private bool fresh;

    private Given(StoreOptions options, ServiceProvider services, FakeTimeProvider clock, Dictionary<string, Staff> people) =>
        (Options, this.services, this.clock, this.people) = (options, services, clock, people);

    /// <summary>Where the store lies.</summary>
    public StoreOptions Options { get; }

    /// <summary>Now, UTC; begins on Monday 2026-11-02 at nine o'clock local time.</summary>
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The bureau's day.</summary>
    public DateOnly Today => BureauTime.Day(Now);

    /// <summary>The bureau with its people and nothing else.</summary>
    public static async Task<Given> BureauAsync()
    {
        var given = await OpenCopyAsync(await Empty.Value, First);
        given.fresh = true;
        return given;
    }

    /// <summary>A service as the program has it.</summary>
    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>The same bureau in another file, as it stands now.</summary>
    public async Task<Given> CopyAsync()
    {
        await Get<BlobStore>().CheckpointAsync();
        return await OpenCopyAsync(Options.FilePath, Now);
    }

    /// <summary>Lets time pass.</summary>
    public void Wait(TimeSpan time) => clock.Advance(time);

    /// <summary>Sets the clock forward to a local wall-clock time.</summary>
    public void WaitUntil(DateTime local) => clock.SetUtcNow(BureauTime.ToUtc(local));

    /// <summary>A person as a page would hand them in.</summary>
    public Actor By(string signIn) => new(people[signIn].Id, people[signIn].Name, "10.0.0.7");

    /// <summary>Reads through a context that tracks nothing.</summary>
    public async Task<T> ReadAsync<T>(Func<DisclosureDb, Task<T>> read)
    {
        await using var db = await Get<IDbContextFactory<DisclosureDb>>().CreateDbContextAsync();
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await read(db);
    }

    /// <summary>Changes the store behind the program's back; answers the rows touched.</summary>
    public async Task<int> TamperAsync(string sql)
    {
        await using var db = await Get<IDbContextFactory<DisclosureDb>>().CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>Writes the chain anew with other fingerprints, as another version of the program would have written it.</summary>
    /// <param name="fingerprint">What each entry names as its fingerprint.</param>
    public async Task RewriteAsync(Func<AuditEntry, string> fingerprint)
    {
        await using var db = await Get<IDbContextFactory<DisclosureDb>>().CreateDbContextAsync();
        var entries = await db.Audit.AsNoTracking().OrderBy(e => e.Seq).ToListAsync();
        await db.Audit.ExecuteDeleteAsync();
        foreach (var e in entries)
        {
            await AuditTrail.AppendAsync(
                db,
                new AuditFact(new Actor(e.StaffId, e.StaffName, e.Address), e.Action, e.Detail, e.At)
                {
                    Duty = e.Duty,
                    ActingFor = e.ActingFor,
                    SubmissionId = e.SubmissionId,
                    Fingerprint = fingerprint(e),
                }
            );
        }
        await db.SaveChangesAsync();
    }

    /// <summary>True when the UTF-8 bytes of a text stand anywhere in the store's files.</summary>
    public async Task<bool> StoreHoldsAsync(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        foreach (var file in Directory.GetFiles(Options.DataFolder))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var all = new MemoryStream();
            await stream.CopyToAsync(all);
            if (all.GetBuffer().AsSpan(0, (int)all.Length).IndexOf(bytes) >= 0)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Closes the store and removes it.</summary>
    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Forget(Options);
        Directory.Delete(Options.DataFolder, recursive: true);
    }

    /// <summary>The value, or a failing test that says which refusal came instead.</summary>
    public static T Must<T>(Outcome<T> outcome)
    {
        Assert.True(outcome.Ok, outcome.Problem?.Text);
        return outcome.Value;
    }

    // Nothing was written since the store was copied: what is written stands in the log beside it until a checkpoint.
    private bool Untouched => fresh && Now == First && new FileInfo(Options.FilePath + "-wal") is not { Exists: true, Length: > 0 };

    // Goes on with another store in place of this one, of which nothing is open.
    private void Continue(string file, DateTime at)
    {
        Forget(Options);
        File.Copy(file, Options.FilePath, overwrite: true);
        File.Delete(Options.FilePath + "-wal");
        File.Delete(Options.FilePath + "-shm");
        clock.SetUtcNow(at);
        fresh = false;
    }

    private static void Forget(StoreOptions options)
    {
        using var pooled = new SqliteConnection(ConnectionSettings.ConnectionString(options));
        SqliteConnection.ClearPool(pooled);
    }

    private static StoreOptions NewFolder() =>
        new() { DataFolder = Path.Combine(Disk, "disclosure-tests", Guid.NewGuid().ToString("N")), FreeSpaceReserve = 0 };

    private static async Task<string> MakeEmptyAsync()
    {
        var options = NewFolder();
        await using (var services = Wire(options, new FakeTimeProvider(First)))
        {
            Must(await services.GetRequiredService<StoreStartup>().MigrateAsync());
            await using var db = await services.GetRequiredService<IDbContextFactory<DisclosureDb>>().CreateDbContextAsync();
            await FillAsync(db, services.GetRequiredService<IPasswordHasher<Staff>>());
            await services.GetRequiredService<BlobStore>().CheckpointAsync();
        }
        Forget(options);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(options.DataFolder, recursive: true);
        return options.FilePath;
    }

    private static async Task<Given> OpenCopyAsync(string file, DateTime now)
    {
        var options = NewFolder();
        options.EnsureFolder();
        File.Copy(file, options.FilePath);
        var clock = new FakeTimeProvider(now);
        var services = Wire(options, clock);
        await using var db = await services.GetRequiredService<IDbContextFactory<DisclosureDb>>().CreateDbContextAsync();
        return new Given(options, services, clock, await db.Staff.AsNoTracking().ToDictionaryAsync(s => s.SignInName));
    }

    private static ServiceProvider Wire(StoreOptions options, FakeTimeProvider clock) =>
        new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddDisclosureStore(options, FileCheck.Incoming)
            .ConfigureDbContext<DisclosureDb>(o => o.AddInterceptors(ReadCount.Listener))
            .AddDisclosureCore()
            // One round: what is tested is who may sign, not how slowly a password is hashed.
            .AddSingleton<IPasswordHasher<Staff>>(
                new PasswordHasher<Staff>(new OptionsWrapper<PasswordHasherOptions>(new() { IterationCount = 1 }))
            )
            .AddSingleton(new FontOptions())
            .AddSingleton(_ => OpenFonts.Printer())
            .AddSingleton(s => new AuditAnchor(
                s.GetRequiredService<IDbContextFactory<DisclosureDb>>(),
                Path.Combine(options.DataFolder, "anchor.txt")
            ))
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
}
