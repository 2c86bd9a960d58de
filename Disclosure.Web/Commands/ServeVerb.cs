using System.CommandLine;
using Disclosure.Core.Audit;
using Disclosure.Core.Common;
using Disclosure.Core.Demonstration;
using Disclosure.Core.Printing;
using Disclosure.Core.Store;
using Disclosure.Web.Setup;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Web.Commands;

/// <summary>The clock stands before the newest audit entry.</summary>
internal sealed record ClockIsBehind(DateTime Newest)
    : Problem($"服务器时钟比最后一条审计记录（{BureauTime.Show(Newest)}）还早，请校准时钟后再启动。");

/// <summary>serve: migrates, looks the store over, then listens.</summary>
internal static class ServeVerb
{
    // Two machines that follow the same time server may still differ by this much.
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(5);

    public static Command Create(Call call)
    {
        var verb = new Command("serve", "启动服务（默认）");
        verb.Options.Add(call.Urls);
        verb.SetAction((parse, ct) => RunAsync(call.With(parse), ct));
        return verb;
    }

    public static async Task<int> RunAsync(Call call, CancellationToken ct)
    {
        await using var app = call.Build();
        var running = RunningLock.Take(app.Services.GetRequiredService<StoreOptions>());
        if (!running.Ok)
        {
            return Call.Refused(running.Problem!);
        }
        using var held = running.Value;
        if (await OpenAsync(app, ct) is { } refusal)
        {
            return Call.Refused(refusal);
        }
        await app.RunAsync(ct);
        return 0;
    }

    /// <summary>Brings the store up to date and looks it over; answers what stands in the way, or null.</summary>
    public static async Task<Problem?> OpenAsync(WebApplication app, CancellationToken ct)
    {
        var services = app.Services;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var migrated = await services.GetRequiredService<StoreStartup>().MigrateAsync(ct);
        if (!migrated.Ok)
        {
            return migrated.Problem;
        }
        await services.GetRequiredService<Leftovers>().ClearAsync(ct);
        var found = await services.GetRequiredService<SelfCheck>().RunAsync(now, [ClockAsync], ct);
        foreach (var low in found.OfType<DiskBelowReserve>())
        {
            // Signatures still fit; only uploads are refused until the disk is cleared.
            app.Logger.LogWarning("{Problem}", low.Text);
        }
        if (found.FirstOrDefault(p => p is not DiskBelowReserve) is { } broken)
        {
            return broken;
        }
        await services.GetRequiredService<PrintSettingsService>().ApplyAsync(ct);
        var demonstration = services.GetRequiredService<DemonstrationService>();
        var wanted = Installation.IsDemonstration(app.Configuration);
        if (await demonstration.CheckKindAsync(wanted, ct) is { Ok: false } wrong)
        {
            return wrong.Problem;
        }
        return wanted && await demonstration.FillAsync(now, ct) is { Ok: false, Problem: not StoreIsNotEmpty } unfilled
            ? unfilled.Problem
            : null;
    }

    private static async Task<Problem?> ClockAsync(DisclosureDb db, DateTime now)
    {
        var newest = await db.Audit.OrderByDescending(e => e.Seq).Select(e => (DateTime?)e.At).FirstOrDefaultAsync();
        return newest > now + ClockSlack ? new ClockIsBehind(newest.Value) : null;
    }
}
