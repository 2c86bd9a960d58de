using System.Buffers.Binary;
using Disclosure.Core.Bureau;
using Disclosure.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Tests.Web.Account;

/// <summary>What it costs to try a password against a stolen store.</summary>
[Slow]
public sealed class PasswordCostTests
{
    [Fact]
    public async Task ABureau_HashesSlowly()
    {
        var folder = Directory.CreateTempSubdirectory("disclosure-cost").FullName;
        try
        {
            await using var program = new WebApplicationFactory<Program>().WithWebHostBuilder(b =>
                b.UseEnvironment("Production").UseSetting("Disclosure:DataFolder", folder)
            );
            Assert.Equal(220_000u, Rounds(program.Services));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task OnlyADemonstration_WhosePasswordEverybodyKnows_HashesQuickly()
    {
        await using var demonstration = new ProgramInProcess();
        Assert.Equal(1_000u, Rounds(demonstration.Services));
    }

    // Version 3 of Identity's format: a marker, the function (2 is SHA-512), the rounds, each big-endian.
    private static uint Rounds(IServiceProvider services)
    {
        var hash = Convert.FromBase64String(services.GetRequiredService<IPasswordHasher<Staff>>().HashPassword(null!, "密码"));
        Assert.Equal((1, 2u), (hash[0], BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1))));
        return BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5));
    }
}
