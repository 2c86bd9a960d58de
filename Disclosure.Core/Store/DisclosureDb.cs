using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Disclosure.Core.Store;

/// <summary>
/// The one SQLite store. It knows no feature: every module brings its mappings, found in this assembly, and names its tables by an
/// extension property.
/// </summary>
public sealed class DisclosureDb(DbContextOptions<DisclosureDb> options) : DbContext(options)
{
    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DisclosureDb).Assembly);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite keeps no kind with a date; without this every moment would come back as "unspecified".
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcMoment>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    private sealed class UtcMoment()
        : ValueConverter<DateTime, DateTime>(moment => moment.ToUniversalTime(), stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
}
