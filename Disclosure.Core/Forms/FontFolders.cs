namespace Disclosure.Core.Forms;

/// <summary>Where systems keep their fonts.</summary>
internal static class FontFolders
{
    /// <summary>
    /// Linux, Kylin and UOS among them: the system's, the user's, and those that WPS brings where it does not put its fonts with the
    /// system's.
    /// </summary>
    private static readonly string[] Linux =
    [
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        "~/.local/share/fonts",
        "~/.fonts",
        "/opt/kingsoft/wps-office/office6/fonts",
    ];

    /// <summary>Programs from the store of UOS and Kylin live each in a folder of its own.</summary>
    private const string Programs = "/opt/apps";

    private static readonly string[] OfPrograms = ["files/share/fonts", "files/kingsoft/wps-office/office6/fonts"];

    /// <summary>The font folders of the system the program runs on, whether they are there or not.</summary>
    public static IReadOnlyList<string> System() =>
        OperatingSystem.IsWindows()
            ?
            [
                Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
                Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "Microsoft", "Windows", "Fonts"),
            ]
            : [.. Linux.Select(AtHome).OfType<string>(), .. ProgramFolders()];

    // A service account may have no home.
    private static string? AtHome(string folder) =>
        folder[0] != '~' ? folder
        : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } home ? home + folder[1..]
        : null;

    private static IEnumerable<string> ProgramFolders() =>
        Directory.Exists(Programs)
            ? Directory
                .EnumerateDirectories(Programs)
                .Order(StringComparer.Ordinal)
                .SelectMany(p => OfPrograms.Select(f => Path.Combine(p, f)))
                .Where(Directory.Exists)
            : [];
}
