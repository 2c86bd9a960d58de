using Disclosure.Tests.Support;

namespace Disclosure.Tests.Journeys;

/// <summary>One demonstration bureau and one browser for many journeys; every person is a browser context of their own.</summary>
public abstract class JourneyBureau : IAsyncLifetime
{
    private readonly Dictionary<string, Person> people = [];

    /// <summary>Where the program answers.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Where its store lies.</summary>
    public abstract string Folder { get; }

    /// <summary>The browser.</summary>
    public Browser Browser { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Address = await StartAsync();
        Browser = await Browser.OpenAsync();
    }

    /// <summary>Somebody signed in; the same one each time.</summary>
    public async Task<Person> PersonAsync(string name)
    {
        if (!people.TryGetValue(name, out var person))
        {
            person = people[name] = await Person.SignInAsync(Browser, Address, name);
        }
        return person;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        var failed = Failed();
        await StopAsync();
        GC.SuppressFinalize(this);
        // A page that broke off is replaced by the next one, so a journey may not notice; whoever used the page did.
        Assert.True(failed.Count == 0, string.Join("\n", failed));
    }

    /// <summary>Starts the program; answers where.</summary>
    protected abstract Task<string> StartAsync();

    /// <summary>Ends the program and removes its folder.</summary>
    protected abstract ValueTask StopAsync();

    // What the program logged as failed; an entry begins with its year.
    private List<string> Failed() =>
        [
            .. Directory
                .GetFiles(Path.Combine(Folder, "logs"))
                .SelectMany(f => ReadShared(f).Split("\n20"))
                .Where(entry => entry.Contains(" [ERR] ") || entry.Contains("Unhandled exception")),
        ];

    private static string ReadShared(string file)
    {
        using var open = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return open.ReadToEnd();
    }
}

/// <summary>The program in the process of the tests, whose code is compiled already when the journeys come to it.</summary>
public sealed class SharedBureau : JourneyBureau
{
    private readonly ProgramInProcess program = new();

    /// <inheritdoc/>
    public override string Folder => program.Folder;

    /// <inheritdoc/>
    protected override Task<string> StartAsync() => Task.FromResult(program.Listen());

    /// <inheritdoc/>
    protected override ValueTask StopAsync() => program.DisposeAsync();
}

/// <summary>The program in a process of its own, with its examiner in another, as its users start it.</summary>
public sealed class InstalledBureau : JourneyBureau
{
    private readonly RunningProgram program = new();

    /// <inheritdoc/>
    public override string Folder => program.Folder;

    /// <inheritdoc/>
    protected override Task<string> StartAsync() => program.StartAsync();

    /// <inheritdoc/>
    protected override ValueTask StopAsync() => program.DisposeAsync();
}

/// <summary>Journeys of items share one program, so they walk one after the other.</summary>
[CollectionDefinition("journeys")]
public sealed class JourneyCollection : ICollectionFixture<SharedBureau>;

/// <summary>What is seen on a screen and over a line, on a program of its own beside the other journeys.</summary>
[CollectionDefinition("screens")]
public sealed class ScreenCollection : ICollectionFixture<InstalledBureau>;
