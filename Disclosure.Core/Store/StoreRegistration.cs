using Disclosure.Core.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Disclosure.Core.Store;

/// <summary>Registers the store.</summary>
public static class StoreRegistration
{
    /// <summary>Adds the store: contexts from a pool, the write gate, files, start-up and backup. Creates the data folder.</summary>
    /// <param name="check">What is asked before a file comes in.</param>
    public static IServiceCollection AddDisclosureStore(this IServiceCollection services, StoreOptions options, IncomingCheck check)
    {
        options.EnsureFolder();
        var settings = new ConnectionSettings(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(check);
        services.AddSingleton(settings);
        services.AddPooledDbContextFactory<DisclosureDb>(db =>
            db.UseSqlite(ConnectionSettings.ConnectionString(options)).AddInterceptors(settings)
        );
        services.AddSingleton<WriteGate>();
        services.AddSingleton<CommandReceipts>();
        services.AddSingleton<BlobStore>();
        services.AddSingleton<SelfCheck>();
        services.AddSingleton<StoreStartup>();
        services.AddSingleton<Backup>();
        services.AddSingleton<Leftovers>();
        return services;
    }
}
