using System.Xml;
using Disclosure.Core.Common;

namespace Disclosure.Core.Examiner.Reading;

/// <summary>
/// Reads what a file holds, hidden parts included, and hands it to a sink piece by piece. Whatever the file holds, the answer is what was
/// covered or one sentence why not: a hostile file costs at most the limits and never an exception.
/// </summary>
public static class ContentReading
{
    /// <summary>Reads one file; files inside it are named and left to the caller.</summary>
    /// <param name="name">Its name; the extension says which kind it claims to be.</param>
    /// <param name="content">Seekable; read from its beginning, left anywhere, used by nobody else meanwhile, open until the files inside are read.</param>
    /// <param name="sink">Receives the pieces, on another thread, one after the other.</param>
    /// <param name="limits">What it may cost; null for the usual.</param>
    /// <param name="ct">Gives up between steps, with an exception.</param>
    public static async Task<Outcome<ContentRead>> ReadAsync(string name, Stream content, IContentSink sink, ReadingLimits? limits = null, CancellationToken ct = default)
    {
        limits ??= ReadingLimits.Usual;
        if (content.Length > limits.FileBytes)
        {
            return new ReadingIsTooLarge();
        }
        using var timed = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timed.CancelAfter(limits.Time);
        try
        {
            // Parsers run to their end on one thread; whoever asked goes on when the time is over, and the parser stops at its next step.
            return await Task.Run(() => ByKindAsync(Path.GetExtension(name).ToUpperInvariant(), content, sink, limits, timed.Token), timed.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new ReadingTookTooLong();
        }
    }

    private static async Task<Outcome<ContentRead>> ByKindAsync(string extension, Stream content, IContentSink sink, ReadingLimits limits, CancellationToken ct)
    {
        await Task.CompletedTask;
        return extension switch
        {
            _ => new KindIsNotRead(),
        };
    }
}
