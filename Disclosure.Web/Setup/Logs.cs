using System.Globalization;
using Disclosure.Core.Deadlines;
using Serilog;
using Serilog.Events;

namespace Disclosure.Web.Setup;

/// <summary>Console and daily files; what items say is never logged.</summary>
internal static class Logs
{
    public static void AddLogs(this WebApplicationBuilder builder)
    {
        var folder = Path.Combine(Installation.DataFolder(builder.Configuration), "logs");
        builder.Services.AddSerilog(
            log =>
                log.MinimumLevel.Information()
                    .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                    .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
                    // A statement's parameters are the words of an item.
                    .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Error)
                    .ReadFrom.Configuration(builder.Configuration)
                    .WriteTo.Console(formatProvider: CultureInfo.InvariantCulture)
                    .WriteTo.File(
                        Path.Combine(folder, "disclosure-.log"),
                        rollingInterval: RollingInterval.Day,
                        retainedFileCountLimit: DueDates.LogDays,
                        shared: true,
                        formatProvider: CultureInfo.InvariantCulture
                    ),
            // Each program of a process writes its own files; the one that all would share is whoever began last.
            preserveStaticLogger: true
        );
    }

    /// <summary>An exception of a task that nobody waited for is logged once the task is collected.</summary>
    public static void LogWhatNobodyObserved(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Disclosure.Web.Unobserved");
        TaskScheduler.UnobservedTaskException += Unobserved;
        app.Lifetime.ApplicationStopped.Register(() => TaskScheduler.UnobservedTaskException -= Unobserved);

        void Unobserved(object? sender, UnobservedTaskExceptionEventArgs e)
        {
            log.LogError(e.Exception, "A task that nobody waited for has failed");
            e.SetObserved();
        }
    }
}
