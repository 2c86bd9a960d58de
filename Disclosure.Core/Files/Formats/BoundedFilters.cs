using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Disclosure.Core.Files.Formats;

/// <summary>
/// The filters of a PDF as PdfPig has them, but none unpacks more than a scan could need: packed data is measured before it is unpacked.
/// </summary>
/// <param name="most">Most bytes one stream may unpack to.</param>
internal sealed class BoundedFilters(int most = BoundedFilters.MostBytes) : IFilterProvider
{
    /// <summary>Most bytes of a picture: a page of A4 at 300 dpi in four colours twice over.</summary>
    public const int MostBytes = 72_000_000;

    // A few bytes of these stand for many; the others never grow by more than a few times.
    private const int MostGrowth = 300;

    private readonly IFilterProvider all = DefaultFilterProvider.Instance;

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bound(all.GetFilters(dictionary));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bound(all.GetNamedFilters(names));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetAllFilters() => Bound(all.GetAllFilters());

    private IReadOnlyList<IFilter> Bound(IReadOnlyList<IFilter> filters) => [.. filters.Select(f => new Bounded(f, most))];

    private sealed class Bounded(IFilter filter, int most) : IFilter
    {
        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (filter is FlateFilter ? Unpacked(input) > most : filter is LzwFilter or RunLengthFilter && input.Length > most / MostGrowth)
            {
                throw new InvalidDataException("A stream unpacks to more than a scanned page could need.");
            }
            return filter.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        private int Unpacked(Memory<byte> input)
        {
            using var source = new ZLibStream(new MemoryStream(input.ToArray(), false), CompressionMode.Decompress);
            var part = new byte[81920];
            var total = 0;
            try
            {
                while (total <= most && source.Read(part) is > 0 and var read)
                {
                    total += read;
                }
            }
            catch (InvalidDataException)
            {
                // Damaged at its end: what came before it is what counts.
            }
            return total;
        }
    }
}
