using Disclosure.Core.Forms;
using Disclosure.Web.Setup;
using Microsoft.Extensions.Logging;

namespace Disclosure.Tests.Web.Setup;

public sealed class PrinterWarmUpTests
{
    [Fact]
    public async Task WithoutFonts_TheProgramStarts_AndOneSentenceIsLogged()
    {
        using var printer = new FormPrinter(new FontOptions { Folders = ["/nowhere/fonts"] });
        var log = new Heard();
        using var warmUp = new PrinterWarmUp(printer, TimeProvider.System, log);
        await warmUp.StartAsync(TestContext.Current.CancellationToken);
        await warmUp.ExecuteTask!;
        var (level, text) = Assert.Single(log.Lines);
        Assert.Equal(LogLevel.Warning, level);
        Assert.StartsWith("没有找到可用的中文字体", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithFonts_NothingIsSaid()
    {
        using var printer = new FormPrinter(new FontOptions());
        var log = new Heard();
        using var warmUp = new PrinterWarmUp(printer, TimeProvider.System, log);
        await warmUp.StartAsync(TestContext.Current.CancellationToken);
        await warmUp.ExecuteTask!;
        Assert.Empty(log.Lines);
    }

    private sealed class Heard : ILogger<PrinterWarmUp>
    {
        public List<(LogLevel Level, string Text)> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Lines.Add((logLevel, formatter(state, exception)));
    }
}
