namespace Disclosure.Tests.Journeys;

/// <summary>One running program and one browser for all journeys; every person is a browser context of their own.</summary>
public sealed class JourneyBureau : IAsyncLifetime
{
    private readonly Dictionary<string, Person> people = [];

    /// <summary>The program.</summary>
    public RunningProgram Program { get; } = new();

    /// <summary>The browser.</summary>
    public Browser Browser { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await Program.StartAsync();
        Browser = await Browser.OpenAsync();
    }

    /// <summary>Somebody signed in; the same one each time.</summary>
    public async Task<Person> PersonAsync(string name)
    {
        if (!people.TryGetValue(name, out var person))
        {
            person = people[name] = await Person.SignInAsync(Browser, Program.Address, name);
        }
        return person;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        await Program.DisposeAsync();
    }
}

/// <summary>Journeys of items share one program, so they walk one after the other.</summary>
[CollectionDefinition("journeys")]
public sealed class JourneyCollection : ICollectionFixture<JourneyBureau>;

/// <summary>What is seen on a screen and over a line, on a program of its own beside the other journeys.</summary>
[CollectionDefinition("screens")]
public sealed class ScreenCollection : ICollectionFixture<JourneyBureau>;
