using System.Collections.Concurrent;
using SkiaSharp;

namespace Disclosure.Core.Forms.Engines;

/// <summary>A font reduced to what one document shows, ready for Skia.</summary>
/// <param name="Typeface">The reduced font.</param>
/// <param name="NewIds">Its glyph numbers by those of the whole font.</param>
internal sealed record SubsetFont(SKTypeface Typeface, IReadOnlyDictionary<ushort, ushort> NewIds);

/// <summary>
/// Subsets by exact content. A document never carries characters of another: an embedded font must not tell what else was printed.
/// </summary>
internal sealed class SubsetCache : IDisposable
{
    private const int Limit = 200;

    private readonly ConcurrentDictionary<(FontFace, string), Lazy<SubsetFont>> subsets = [];
    private readonly FontCutter cutter = new();
    private readonly ConcurrentQueue<(FontFace, string)> order = [];

    /// <summary>The subset of a face for these code points and glyphs.</summary>
    public SubsetFont Get(FontFace face, IReadOnlyCollection<uint> codePoints, IReadOnlyCollection<ushort> glyphs)
    {
        var key = (face, string.Join(',', codePoints.Order()) + "|" + string.Join(',', glyphs.Order()));
        var added = new Lazy<SubsetFont>(() => Cut(face, codePoints, glyphs));
        var subset = subsets.GetOrAdd(key, added);
        if (ReferenceEquals(subset, added))
        {
            order.Enqueue(key);
            // The oldest goes first; its typeface is left to the finalizer, since another request may be drawing with it.
            if (order.Count > Limit && order.TryDequeue(out var oldest))
            {
                subsets.TryRemove(oldest, out _);
            }
        }

        return subset.Value;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var subset in subsets.Values.Where(s => s.IsValueCreated))
        {
            subset.Value.Typeface.Dispose();
        }
    }

    private SubsetFont Cut(FontFace face, IReadOnlyCollection<uint> codePoints, IReadOnlyCollection<ushort> glyphs)
    {
        var (bytes, newIds) = cutter.Cut(face, codePoints, glyphs);
        using var data = SKData.CreateCopy(bytes);
        return new(
            SKTypeface.FromData(data) ?? throw new InvalidOperationException("Skia could not read the font that HarfBuzz cut."),
            newIds
        );
    }
}
