using Disclosure.Core;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Demonstration;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Forms;
using Disclosure.Core.Store;
using Disclosure.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Tests.Core.Demonstration;

/// <summary>An empty store filled once with the demonstration bureau; the tests of it only read.</summary>
public sealed class FilledStore : IAsyncLifetime
{
    /// <summary>When it was filled, UTC.</summary>
    public static readonly DateTime Moment = new(2026, 11, 20, 7, 0, 0, DateTimeKind.Utc);

    private readonly string folder = Directory.CreateTempSubdirectory("disclosure-demo").FullName;

    /// <summary>Opens the store.</summary>
    public FilledStore() =>
        Services = new ServiceCollection()
            .AddDisclosureStore(new Disclosure.Core.Store.StoreOptions { DataFolder = folder, FreeSpaceReserve = 0 }, FileCheck.Incoming)
            .AddDisclosureCore()
            .AddSingleton<IPasswordHasher<Staff>, PasswordHasher<Staff>>()
            .AddSingleton(s => new AuditAnchor(s.GetRequiredService<IDbContextFactory<DisclosureDb>>(), Path.Combine(folder, "anchor.txt")))
            .AddSingleton<FontOptions>()
            .AddSingleton(_ => OpenFonts.Printer())
            .BuildServiceProvider();

    /// <summary>The program's services on the store.</summary>
    public ServiceProvider Services { get; }

    /// <summary>What filling it answered.</summary>
    public Outcome<Done> Filled { get; private set; }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await using (var db = await Services.GetRequiredService<IDbContextFactory<DisclosureDb>>().CreateDbContextAsync())
        {
            await db.Database.EnsureCreatedAsync();
        }
        Filled = await Services.GetRequiredService<DemonstrationService>().FillAsync(Moment);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
