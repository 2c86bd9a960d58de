using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Disclosure.Core.Evidence;
using Disclosure.Core.Examiner;
using Disclosure.Core.Files.Reading;

namespace Disclosure.Web.Setup;

/// <summary>
/// Examines files in a process of its own with little memory: what a hostile file does to its reader, it does to nobody else. The process
/// waits for the next file; one that does not answer in time is ended, and the next file gets a new one.
/// </summary>
public sealed class ExaminerProcess : IExaminesFiles, IAsyncDisposable
{
    /// <summary>The word that makes the verb read files from its input.</summary>
    public const string WorkerOption = "--worker";

    // 300 MB, as the runtime wants it: hexadecimal.
    private const string MostMemory = "12C00000";
    private const int Buffer = 81920;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim one = new(1);
    private readonly string folder;
    private Process? process;

    /// <summary>A process that copies what it examines into a folder only its owner may read; null for the system's own.</summary>
    public ExaminerProcess(string? folder = null) => this.folder = folder ?? Path.GetTempPath();

    /// <inheritdoc/>
    public async Task<FileExamination> ExamineAsync(string name, Stream content, ExaminerSettings settings, CancellationToken ct)
    {
        if (content.Length > FileExaminer.Limits.FileBytes)
        {
            // Refused for its size alone; nothing is copied for that.
            return await FileExaminer.ExamineAsync(name, content, settings, null, ct);
        }
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}.examining");
        try
        {
            var options = new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Share = FileShare.None,
            };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }
            await using (var copy = new FileStream(path, options))
            {
                content.Position = 0;
                await content.CopyToAsync(copy, Buffer, ct);
            }
            var examined = await ExamineAsync(path, name, settings, ct);
            // An erasure empties the folder: what was read of half a file or none is no examination, and the caller asks again.
            return File.Exists(path) ? examined : throw new IOException("The copy was taken away while it was examined.");
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Examines a file that lies on the disk.</summary>
    public async Task<FileExamination> ExamineAsync(string path, string name, ExaminerSettings settings, CancellationToken ct)
    {
        await one.WaitAsync(ct);
        try
        {
            using var timed = CancellationTokenSource.CreateLinkedTokenSource(ct);
            timed.CancelAfter(Patience);
            try
            {
                process = process is { HasExited: false } ? process : Start();
                await process.StandardInput.WriteLineAsync(
                    JsonSerializer.Serialize(new Asked(path, name, settings.ToJson())).AsMemory(),
                    timed.Token
                );
                await process.StandardInput.FlushAsync(timed.Token);
                if (await process.StandardOutput.ReadLineAsync(timed.Token) is { Length: > 0 } answer)
                {
                    return FileExamination.FromJson(answer);
                }
                End();
                return Failed("检查时出错，已停止");
            }
            catch (OperationCanceledException)
            {
                // Whatever it is doing, nobody waits for it any more.
                End();
                ct.ThrowIfCancellationRequested();
                return Failed("检查超过规定时间，已停止");
            }
            catch (Exception e) when (e is IOException or JsonException or InvalidOperationException)
            {
                End();
                return Failed("检查时出错，已停止");
            }
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        End();
        one.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The other side: examines file after file until there are no more lines.</summary>
    public static async Task<int> WorkAsync(Stream asked, Stream answers, CancellationToken ct)
    {
        using var input = new StreamReader(asked, Encoding.UTF8);
        await using var output = new StreamWriter(answers, new UTF8Encoding(false)) { NewLine = "\n", AutoFlush = true };
        while (await input.ReadLineAsync(ct) is { } line)
        {
            var file = JsonSerializer.Deserialize<Asked>(line)!;
            await using var content = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, Buffer);
            var examination = await FileExaminer.ExamineAsync(file.Name, content, ExaminerSettings.FromJson(file.Settings), null, ct);
            await output.WriteLineAsync(examination.ToJson().AsMemory(), ct);
        }
        return 0;
    }

    private static FileExamination Failed(string why) => new(new Coverage([], why, "请人工检查这个文件。"), []);

    private static Process Start()
    {
        var (program, first) = Program();
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
            CreateNoWindow = true,
            Environment =
            {
                ["DOTNET_GCHeapHardLimit"] = MostMemory,
                ["DOTNET_gcServer"] = "0",
                ["DOTNET_gcConcurrent"] = "0",
            },
        };
        foreach (var word in (string[])[.. first, "examine", WorkerOption])
        {
            start.ArgumentList.Add(word);
        }
        var started = Process.Start(start) ?? throw new InvalidOperationException("The examiner did not start.");
        // Nothing is read from it, and a pipe that nobody empties would stop it.
        started.ErrorDataReceived += static (_, _) => { };
        started.BeginErrorReadLine();
        return started;
    }

    /// <summary>How this program is started once more; whoever runs it now may be another one, such as a test.</summary>
    private static (string Program, string[] First) Program()
    {
        var own = typeof(ExaminerProcess).Assembly.Location;
        var host = Path.ChangeExtension(own, OperatingSystem.IsWindows() ? ".exe" : null);
        return Path.GetFileNameWithoutExtension(Environment.ProcessPath) is "dotnet" ? (Environment.ProcessPath!, [own])
            : File.Exists(host) ? (host, [])
            : ("dotnet", [own]);
    }

    private void End()
    {
        if (process is not { } running)
        {
            return;
        }
        process = null;
        try
        {
            running.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
        running.Dispose();
    }

    private sealed record Asked(string Path, string Name, string Settings);
}
