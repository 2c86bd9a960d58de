using Microsoft.AspNetCore.DataProtection;
using StoreOptions = Disclosure.Core.Store.StoreOptions;

namespace Disclosure.Web.Setup;

/// <summary>Where the program stands: its settings, its data folder, the service it may run as.</summary>
internal static class Installation
{
    private const string Solution = "Disclosure.sln";

    /// <summary>Settings and screens are found beside the binary, wherever the program is started from.</summary>
    public static WebApplicationOptions Options(string[] settings) =>
        new()
        {
            Args = settings,
            ApplicationName = typeof(Installation).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        };

    /// <summary>Services every verb needs: strict container, service host, keys that survive a restart.</summary>
    public static void AddInstallation(this WebApplicationBuilder builder)
    {
        builder.Host.UseDefaultServiceProvider(o => (o.ValidateOnBuild, o.ValidateScopes) = (true, true));
        builder.Host.UseWindowsService(o => o.ServiceName = "Disclosure");
        builder.Host.UseSystemd();
        // Started by dotnet run, the assets still lie in the projects and packages; once published there is no manifest and this does
        // nothing.
        builder.WebHost.UseStaticWebAssets();
        builder.ServeBuiltFilesAsPublished();
        builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);
        builder.Services.AddSingleton(TimeProvider.System);
        builder
            .Services.AddDataProtection()
            .SetApplicationName("Disclosure")
            .PersistKeysToFileSystem(Directory.CreateDirectory(KeysFolder(builder.Configuration)));
    }

    /// <summary>
    /// A build's files would be compressed anew for each request and kept by nobody, for the sake of whoever changes them meanwhile;
    /// only a developer in the environment Development does.
    /// </summary>
    private static void ServeBuiltFilesAsPublished(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
        {
            builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
            builder.Configuration["EnableStaticAssetsDevelopmentCaching"] = "true";
        }
    }

    /// <summary>The store's place and limits.</summary>
    public static StoreOptions Store(IConfiguration settings) =>
        new()
        {
            DataFolder = DataFolder(settings),
            Traces = [AnchorFile(settings), KeysFolder(settings)],
            FreeSpaceReserve = settings.GetValue("Disclosure:FreeSpaceReserveMegabytes", 2048L) << 20,
            MaxUploadSize = settings.GetValue("Disclosure:LargestFileMegabytes", 200L) << 20,
        };

    /// <summary>True when started to show a demonstration bureau.</summary>
    public static bool IsDemonstration(IConfiguration settings) => settings.GetValue("Disclosure:Demonstration", false);

    /// <summary>
    /// Absolute path of the data folder: the setting, else data/ beside the solution when run from it, else data/ beside the binary.
    /// A demonstration has a folder of its own, because its store is never served as the real one.
    /// </summary>
    public static string DataFolder(IConfiguration settings)
    {
        var top = SolutionFolder() ?? AppContext.BaseDirectory;
        var chosen = settings["Disclosure:DataFolder"];
        if (!string.IsNullOrWhiteSpace(chosen))
        {
            return Path.GetFullPath(chosen, top);
        }
        return Path.Combine(top, "data", IsDemonstration(settings) ? "demonstration" : "bureau");
    }

    /// <summary>The anchors of the audit chain, outside the store.</summary>
    public static string AnchorFile(IConfiguration settings) => Path.Combine(DataFolder(settings), "audit-anchor.txt");

    private static string KeysFolder(IConfiguration settings) => Path.Combine(DataFolder(settings), "keys");

    private static string? SolutionFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
            {
                return folder.FullName;
            }
        }
        return null;
    }
}
