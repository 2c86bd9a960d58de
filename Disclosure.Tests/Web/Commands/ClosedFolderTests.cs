using System.Diagnostics;
using System.Runtime.Versioning;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Web.Commands;

/// <summary>What the program writes is for its own account alone, whichever verb begins and whatever umask it was started with.</summary>
[UnsupportedOSPlatform("windows")]
[Slow]
public sealed class ClosedFolderTests
{
    private const UnixFileMode Folder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Plain = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Theory]
    [InlineData("migrate")]
    [InlineData("create-admin")]
    [InlineData("verify")]
    [InlineData("demo", "--demonstration")]
    [InlineData("serve")]
    [InlineData("serve", "--demonstration")]
    [InlineData("backup", "OUT/copy.db")]
    [InlineData("restore", "OUT/copy.db")]
    [InlineData("forms", "--blank", "OUT/forms")]
    [InlineData("examine", "OUT/wide.txt")]
    public async Task EveryVerb_LeavesAClosedFolder_AlsoWhereItWasWide(params string[] verb)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        var top = Directory.CreateTempSubdirectory("disclosure-modes").FullName;
        try
        {
            var (data, output) = (Path.Combine(top, "data"), Path.Combine(top, "out"));
            Directory.CreateDirectory(output);
            await File.WriteAllTextAsync(Path.Combine(output, "wide.txt"), "文字");
            if (verb is ["backup" or "restore" or "verify", ..] or ["serve", "--demonstration"])
            {
                // They need a store; making one is what migrate and demo are asked above.
                Directory.CreateDirectory(data);
                DemonstrationFolder.CopyTo(data);
            }
            if (verb[0] == "restore")
            {
                File.Copy(Path.Combine(data, "disclosure.db"), Path.Combine(output, "copy.db"));
            }
            Widen(data);

            string[] call =
            [
                .. verb.Select(w => w.Replace("OUT", output, StringComparison.Ordinal)),
                .. verb[0] == "examine" ? (string[])[] : ["--data", data],
            ];
            // Nothing was anchored yet, so verify has nothing outside to compare with.
            Assert.Equal(verb[0] == "verify" ? 3 : 0, await RunAsync(call));

            if (verb[0] != "examine")
            {
                // Examining needs no store and touches no data folder.
                Assert.Empty(Wide(data));
            }
            if (verb[0] == "backup")
            {
                Assert.Equal(Plain, File.GetUnixFileMode(Path.Combine(output, "copy.db")));
            }
            if (verb[0] == "forms")
            {
                Assert.All(
                    Directory.GetFiles(Path.Combine(output, "forms")),
                    f => Assert.Equal((UnixFileMode)0b110_110_110, File.GetUnixFileMode(f))
                );
                Assert.Equal((UnixFileMode)0b111_111_111, File.GetUnixFileMode(Path.Combine(output, "forms")));
            }
        }
        finally
        {
            Directory.Delete(top, recursive: true);
        }
    }

    // As an installation of before would stand there: open to everybody, with files that somebody put there.
    private static void Widen(string data)
    {
        foreach (var folder in (string[])[data, Path.Combine(data, "logs"), Path.Combine(data, "examining"), Path.Combine(data, "keys")])
        {
            Directory.CreateDirectory(folder);
        }
        File.WriteAllText(Path.Combine(data, "audit-anchor.txt"), "");
        File.WriteAllText(Path.Combine(data, "logs", "disclosure-20200101.log"), "");
        foreach (var entry in Directory.GetFileSystemEntries(data, "*", SearchOption.AllDirectories).Append(data))
        {
            File.SetUnixFileMode(entry, Directory.Exists(entry) ? (UnixFileMode)0b111_111_111 : (UnixFileMode)0b110_110_110);
        }
    }

    private static List<string> Wide(string data) =>
        [
            .. Directory
                .GetFileSystemEntries(data, "*", SearchOption.AllDirectories)
                .Append(data)
                .Where(e => File.GetUnixFileMode(e) != (Directory.Exists(e) ? Folder : Plain))
                .Select(e => $"{e}: {File.GetUnixFileMode(e)}"),
        ];

    /// <summary>
    /// The verb in a process of its own, with a umask that hides nothing; a server is ended once it listens and a page was asked for.
    /// </summary>
    private static async Task<int> RunAsync(string[] words)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] quiet = words[0] == "serve" ? ["--urls", "http://127.0.0.1:0"] : [];
        foreach (
            var word in (string[])
                [
                    "-c",
                    "umask 000; exec dotnet \"$@\"",
                    "sh",
                    DemonstrationFolder.Program,
                    .. words,
                    .. quiet,
                    .. words[0] == "examine" ? (string[])[] : ["--Disclosure:FreeSpaceReserveMegabytes=0"],
                ]
        )
        {
            start.ArgumentList.Add(word);
        }
        using var process = Process.Start(start)!;
        var listens = new TaskCompletionSource<bool>();
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("Application started", StringComparison.Ordinal) == true)
            {
                listens.TrySetResult(true);
            }
        };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var ended = process.WaitForExitAsync();
        if (words[0] == "serve" && await Task.WhenAny(listens.Task, ended) == listens.Task)
        {
            // While it runs the log of the database lies there too.
            var wide = Wide(words[^1]);
            process.Kill(entireProcessTree: true);
            await ended;
            Assert.Empty(wide);
            return 0;
        }
        await ended;
        return process.ExitCode;
    }
}
