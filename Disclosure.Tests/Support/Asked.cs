using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Disclosure.Tests.Support;

/// <summary>Counts the statements that reach one bureau's store while it is open; those of other tests are not counted.</summary>
internal sealed class Asked : IDisposable
{
    private static readonly ConcurrentDictionary<string, Asked> Open = new();
    private readonly string folder;
    private int statements;

    public Asked(Given given)
    {
        folder = given.Options.DataFolder;
        Open[folder] = this;
    }

    /// <summary>Statements since the last asking.</summary>
    public int Take() => Interlocked.Exchange(ref statements, 0);

    public void Dispose() => Open.TryRemove(folder, out _);

    // The driver asks only once a second whether anybody listens, so that whoever began with the test would miss the first of them.
    [ModuleInitializer]
    internal static void Listen() => DiagnosticListener.AllListeners.Subscribe(new Ear());

    private sealed class Ear : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
            {
                value.Subscribe(this, name => name == RelationalEventId.CommandExecuted.Name);
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (
                !Open.IsEmpty
                && value.Value is CommandEventData { Connection.DataSource: { } source }
                && Path.GetDirectoryName(source) is { } of
                && Open.TryGetValue(of, out var asked)
            )
            {
                Interlocked.Increment(ref asked.statements);
            }
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }
}
