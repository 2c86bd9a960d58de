using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Disclosure.Tests.Support;

/// <summary>Keeps what was logged, with the cause.</summary>
internal sealed class HeardLog : ILogger
{
    public ConcurrentQueue<(string Text, Exception? Cause)> Lines { get; } = new();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => Lines.Enqueue((formatter(state, exception), exception));
}
