using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

[assembly: AssemblyFixture(typeof(Disclosure.Tests.Support.SharedProgram))]

namespace Disclosure.Tests.Support;

/// <summary>
/// One demonstration bureau for all tests that only read; everybody signs in once. Who changes anything takes an
/// <see cref="ProgramInProcess"/> of their own.
/// </summary>
public sealed class SharedProgram : IAsyncDisposable
{
    private readonly Lazy<ProgramInProcess> program = new(Start);
    private readonly ConcurrentDictionary<string, Lazy<Task<CookieContainer>>> sessions = [];

    /// <summary>The program's services.</summary>
    public IServiceProvider Services => program.Value.Services;

    /// <summary>A client of somebody who has signed in.</summary>
    public async Task<HttpClient> SignInAsync(string name)
    {
        var cookies = await sessions.GetOrAdd(name, n => new(() => BeginAsync(n))).Value;
        return program.Value.CreateDefaultClient(new CookieContainerHandler(cookies));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (program.IsValueCreated)
        {
            await program.Value.DisposeAsync();
        }
    }

    // Here, once: two tests that asked for it at the same moment would start it twice.
    private static ProgramInProcess Start()
    {
        var program = new ProgramInProcess();
        _ = program.Server;
        return program;
    }

    private async Task<CookieContainer> BeginAsync(string name)
    {
        var cookies = new CookieContainer();
        using var client = program.Value.CreateDefaultClient(new CookieContainerHandler(cookies));
        using var answer = await ProgramInProcess.PostSignInAsync(
            client,
            name,
            Disclosure.Core.Demonstration.DemonstrationAccounts.Password
        );
        return answer.StatusCode == HttpStatusCode.Redirect ? cookies : throw new InvalidOperationException($"{name} could not sign in.");
    }
}
