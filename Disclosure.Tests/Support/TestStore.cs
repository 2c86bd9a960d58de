using Disclosure.Core.Common;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Disclosure.Tests.Support;

/// <summary>A real store in a folder of its own, gone with the test. The tables are made once per run and copied.</summary>
public sealed class TestStore : IAsyncDisposable
{
    /// <summary>UTC moment at which every test begins: 23 November 2026, 10:00 in Qamdo.</summary>
    public static readonly DateTime Start = new(2026, 11, 23, 2, 0, 0, DateTimeKind.Utc);

    private static readonly Lazy<Task<byte[]>> Template = new(MakeTemplateAsync);
    private readonly ServiceProvider provider;

    private TestStore(StoreOptions options, Action<IServiceCollection>? more)
    {
        Options = options;
        var services = new ServiceCollection().AddSingleton<TimeProvider>(Clock).AddDisclosureStore(options, FileCheck.Incoming);
        more?.Invoke(services);
        provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(Start));

    public StoreOptions Options { get; }

    public IServiceProvider Services => provider;

    public WriteGate Gate => Get<WriteGate>();

    public BlobStore Blobs => Get<BlobStore>();

    public string Folder => Options.DataFolder;

    /// <summary>A store with all tables and no rows.</summary>
    /// <param name="options">Changes to the usual options.</param>
    /// <param name="services">What the module under test adds.</param>
    public static async Task<TestStore> CreateAsync(
        Func<StoreOptions, StoreOptions>? options = null,
        Action<IServiceCollection>? services = null
    )
    {
        var store = WithoutTables(options, services);
        await File.WriteAllBytesAsync(store.Options.FilePath, await Template.Value);
        return store;
    }

    /// <summary>An empty folder: no file yet.</summary>
    public static TestStore WithoutTables(Func<StoreOptions, StoreOptions>? options = null, Action<IServiceCollection>? services = null)
    {
        var usual = new StoreOptions
        {
            DataFolder = Path.Combine(Path.GetTempPath(), "disclosure-" + Guid.NewGuid().ToString("N")),
            FreeSpaceReserve = 0,
            MigrationWait = TimeSpan.Zero,
        };
        return new TestStore(options?.Invoke(usual) ?? usual, services);
    }

    public T Get<T>()
        where T : notnull => provider.GetRequiredService<T>();

    /// <summary>A context for looking; changes go through <see cref="Gate"/>.</summary>
    public DisclosureDb Look() => Get<IDbContextFactory<DisclosureDb>>().CreateDbContext();

    /// <summary>Writes without a rule in the way.</summary>
    public async Task GivenAsync(Func<DisclosureDb, Task> change) =>
        _ = (
            await Gate.WriteAsync<Done>(async db =>
            {
                await change(db);
                return Done.It;
            })
        ).Value;

    /// <summary>First column of the first row.</summary>
    public async Task<object?> AskAsync(string sql)
    {
        await using var db = Look();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Lets every pooled connection go, as the end of the process would.</summary>
    public void CloseConnections()
    {
        using var any = new SqliteConnection(ConnectionSettings.ConnectionString(Options));
        SqliteConnection.ClearPool(any);
    }

    public async ValueTask DisposeAsync()
    {
        await provider.DisposeAsync();
        CloseConnections();
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<byte[]> MakeTemplateAsync()
    {
        await using var store = WithoutTables();
        await using (var db = store.Look())
        {
            await db.Database.EnsureCreatedAsync();
        }
        _ = (await store.Blobs.CheckpointAsync()).Value;
        store.CloseConnections();
        return await File.ReadAllBytesAsync(store.Options.FilePath);
    }
}
