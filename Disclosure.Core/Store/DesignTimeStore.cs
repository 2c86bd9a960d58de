using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Disclosure.Core.Store;

/// <summary>Lets <c>dotnet ef migrations add</c> see the model without starting the program; opens no file.</summary>
internal sealed class DesignTimeStore : IDesignTimeDbContextFactory<DisclosureDb>
{
    public DisclosureDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<DisclosureDb>().UseSqlite("Data Source=:memory:").Options);
}
