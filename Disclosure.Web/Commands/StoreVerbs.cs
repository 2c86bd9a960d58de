using System.CommandLine;
using Disclosure.Core.Audit;
using Disclosure.Core.Common;
using Disclosure.Core.Demonstration;
using Disclosure.Core.Store;
using Disclosure.Web.Setup;

namespace Disclosure.Web.Commands;

/// <summary>There is nothing to look at in the folder named.</summary>
internal sealed record NoStoreHere(string Folder) : Problem($"数据文件夹 {Folder} 中没有数据库，请用 --data 指明数据文件夹。");

/// <summary>migrate, backup, restore, verify, demo.</summary>
internal static class StoreVerbs
{
    // Nothing is wrong as far as the store itself can tell, and nothing else was there to ask.
    private const int NothingOutside = 3;

    public static Command Migrate(Call call) =>
        Verb(
            call,
            "migrate",
            "建立数据库或升级到本版本的表结构",
            async (app, ct) =>
            {
                var refused = await OpenAsync(app, ct);
                return refused is null ? Said("数据库已是最新。") : Call.Refused(refused);
            }
        );

    public static Command Backup(Call call)
    {
        var file = new Argument<FileInfo>("文件") { Description = "备份文件，不得已存在；服务运行中也可以备份" };
        var verb = new Command("backup", "把整个数据库备份到一个文件");
        verb.Arguments.Add(file);
        verb.SetAction(
            (parse, ct) =>
                WithAppAsync(
                    call.With(parse),
                    async (app, token) =>
                    {
                        if (await MissingAsync(app, token) is { } missing)
                        {
                            return Call.Refused(missing);
                        }
                        var path = parse.GetRequiredValue(file).FullName;
                        var saved = await app.Services.GetRequiredService<Backup>().SaveAsync(path, token);
                        return saved.Ok ? Said($"已备份到 {path}") : Call.Refused(saved.Problem!);
                    },
                    ct
                )
        );
        return verb;
    }

    public static Command Restore(Call call)
    {
        var file = new Argument<FileInfo>("文件") { Description = "由 backup 命令写出的文件" };
        var verb = new Command("restore", "用备份替换数据库；须先停止服务，原数据库改名留存");
        verb.Arguments.Add(file);
        verb.SetAction(
            (parse, ct) =>
                WithAppAsync(
                    call.With(parse),
                    async (app, token) =>
                    {
                        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
                        var restored = await app
                            .Services.GetRequiredService<Backup>()
                            .RestoreAsync(parse.GetRequiredValue(file).FullName, now, token);
                        if (restored.Ok)
                        {
                            await ClearAsync(app, token);
                        }
                        return !restored.Ok
                            ? Call.Refused(restored.Problem!)
                            : Said(restored.Value.Length == 0 ? "已恢复。" : $"已恢复；原数据库留存为 {restored.Value}");
                    },
                    ct
                )
        );
        return verb;
    }

    public static Command Verify(Call call) =>
        Verb(
            call,
            "verify",
            "核对审计链、外部锚点、全部文件、稿件校验码、签署和数据库完整性；退出码：0 完整，1 有问题，3 未发现问题但没有外部锚点可以核对",
            VerifyAsync
        );

    public static Command Demo(Call call) =>
        Verb(
            call,
            "demo",
            "在空的演示库（加 --demonstration 或 --data）中写入演示单位、人员和稿件",
            async (app, ct) =>
            {
                if (await OpenAsync(app, ct) is { } refused)
                {
                    return Call.Refused(refused);
                }
                var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
                var filled = await app.Services.GetRequiredService<DemonstrationService>().FillAsync(now, ct);
                return filled.Ok
                    ? Said($"已写入演示数据，数据文件夹：{Installation.DataFolder(app.Configuration)}")
                    : Call.Refused(filled.Problem!);
            }
        );

    private static async Task<int> VerifyAsync(WebApplication app, CancellationToken ct)
    {
        if (await MissingAsync(app, ct) is { } missing)
        {
            return Call.Refused(missing);
        }
        var whole = await app.Services.GetRequiredService<SelfCheck>().WholeAsync(ct);
        if (!whole.Ok)
        {
            return Call.Refused(whole.Problem!);
        }
        var report = await app.Services.GetRequiredService<AuditVerifier>().VerifyAsync(ct);
        foreach (var line in report.Reach())
        {
            Console.WriteLine(line);
        }
        foreach (var fault in report.Faults)
        {
            await Console.Error.WriteLineAsync(fault);
        }
        return !report.Whole ? 1
            : report.NewestAnchor is null ? NothingOutside
            : Said("未发现问题，数据库完整。");
    }

    /// <summary>
    /// Brings the store up to date for a verb that writes, and clears what kills have left; answers what stands in the way, or null.
    /// </summary>
    internal static async Task<Problem?> OpenAsync(WebApplication app, CancellationToken ct)
    {
        var migrated = await app.Services.GetRequiredService<StoreStartup>().MigrateAsync(ct);
        if (migrated.Ok)
        {
            await ClearAsync(app, ct);
        }
        return migrated.Problem;
    }

    // A service that runs has cleared at its own start, and what lies in the folder now may be its own.
    private static async Task ClearAsync(WebApplication app, CancellationToken ct)
    {
        var alone = RunningLock.Take(app.Services.GetRequiredService<StoreOptions>());
        if (alone.Ok)
        {
            using var held = alone.Value;
            await app.Services.GetRequiredService<Leftovers>().ClearAsync(ct);
        }
    }

    /// <summary>Prints the sentence; the exit code is 0.</summary>
    internal static int Said(string sentence)
    {
        Console.WriteLine(sentence);
        return 0;
    }

    /// <summary>Builds the program for a verb that does not serve.</summary>
    internal static async Task<int> WithAppAsync(Call call, Func<WebApplication, CancellationToken, Task<int>> work, CancellationToken ct)
    {
        await using var app = call.Build();
        return await work(app, ct);
    }

    // Opening a store that is not there would make an empty one, and call it whole.
    internal static async Task<Problem?> MissingAsync(WebApplication app, CancellationToken ct)
    {
        var options = app.Services.GetRequiredService<StoreOptions>();
        return await app.Services.GetRequiredService<StoreStartup>().RefusalAsync(ct)
            ?? (File.Exists(options.FilePath) ? null : new NoStoreHere(options.DataFolder));
    }

    private static Command Verb(Call call, string name, string explained, Func<WebApplication, CancellationToken, Task<int>> work)
    {
        var verb = new Command(name, explained);
        verb.SetAction((parse, ct) => WithAppAsync(call.With(parse), work, ct));
        return verb;
    }
}
