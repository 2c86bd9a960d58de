using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Disclosure.Tests.Support;

/// <summary>The whole program in this process, on a demonstration bureau in a folder of its own.</summary>
public sealed class ProgramInProcess : WebApplicationFactory<Program>
{
    private readonly string folder = Directory.CreateTempSubdirectory("disclosure-program").FullName;

    /// <summary>The demonstration bureau in a folder of its own; the program starts with the first request.</summary>
    public ProgramInProcess() => DemonstrationFolder.CopyTo(folder);

    /// <summary>Where its store lies.</summary>
    public string Folder => folder;

    /// <summary>Starts it on a free port of the loopback, for browsers; answers where.</summary>
    public string Listen()
    {
        UseKestrel(0);
        StartServer();
        return ClientOptions.BaseAddress.ToString().TrimEnd('/');
    }

    /// <summary>Signs somebody of the demonstration in; the client keeps the cookie.</summary>
    public async Task<HttpClient> SignInAsync(string name, string password = Disclosure.Core.Demonstration.DemonstrationAccounts.Password)
    {
        var client = CreateClient(new() { AllowAutoRedirect = false });
        using var answer = await PostSignInAsync(client, name, password);
        if (answer.StatusCode != System.Net.HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"{name} could not sign in.");
        }
        return client;
    }

    /// <summary>Fills the sign-in form and sends it.</summary>
    public static async Task<HttpResponseMessage> PostSignInAsync(HttpClient client, string name, string password)
    {
        var page = await client.GetStringAsync("/account/sign-in");
        return await client.PostAsync(
            "/account/sign-in",
            new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["_handler"] = "sign-in",
                    ["__RequestVerificationToken"] = FieldToken(page),
                    ["Typed.Name"] = name,
                    ["Typed.Password"] = password,
                }
            )
        );
    }

    /// <summary>The hidden field of a form.</summary>
    public static string FieldToken(string page) => Between(page, "name=\"__RequestVerificationToken\" value=\"");

    /// <summary>The token that scripts send in the header X-Disclosure-Form.</summary>
    public static string ScriptToken(string page) => Between(page, "name=\"disclosure-form\" content=\"");

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder
            .UseEnvironment("Production")
            .UseSetting("Disclosure:DataFolder", folder)
            .UseSetting("Disclosure:Demonstration", "true")
            .UseSetting("Disclosure:ExamineInside", "true")
            .UseSetting("Disclosure:FreeSpaceReserveMegabytes", "0");

    private static string Between(string page, string before)
    {
        var start = page.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return System.Net.WebUtility.HtmlDecode(page[start..page.IndexOf('"', start)]);
    }
}
