using System.Diagnostics;
using System.Text.RegularExpressions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Journeys;

/// <summary>
/// The program itself, started as its users start it, with a demonstration bureau in a folder of its own, on a free port of the loopback.
/// </summary>
public sealed partial class RunningProgram : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("disclosure-journey").FullName;
    private readonly List<string> output = [];
    private Process? process;

    /// <summary>Where its store lies.</summary>
    public string Folder => folder;

    /// <summary>Starts and waits until it says where it listens, at most two minutes; answers where.</summary>
    public async Task<string> StartAsync()
    {
        DemonstrationFolder.CopyTo(folder);
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (
            var word in (string[])
                [
                    DemonstrationFolder.Program,
                    "serve",
                    "--demonstration",
                    "--urls",
                    "http://127.0.0.1:0",
                    $"--Disclosure:DataFolder={folder}",
                    "--Disclosure:FreeSpaceReserveMegabytes=0",
                ]
        )
        {
            start.ArgumentList.Add(word);
        }
        process = Process.Start(start)!;
        var listening = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) => Hear(line.Data, listening);
        process.ErrorDataReceived += (_, line) => Hear(line.Data, listening);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var ended = process.WaitForExitAsync();
        var first = await Task.WhenAny(listening.Task, ended, Task.Delay(TimeSpan.FromMinutes(2)));
        if (first != listening.Task)
        {
            throw new InvalidOperationException("The program did not start:\n" + Said());
        }
        return await listening.Task;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        process?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private string Said()
    {
        lock (output)
        {
            return string.Join('\n', output);
        }
    }

    private void Hear(string? line, TaskCompletionSource<string> listening)
    {
        if (line is null)
        {
            return;
        }
        lock (output)
        {
            output.Add(line);
        }
        if (Listening().Match(line) is { Success: true } match)
        {
            listening.TrySetResult(match.Value);
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Listening();
}
