using System.Xml;

namespace Disclosure.Core.Files.Reading;

/// <summary>Counts what was read of each kind of part; a damaged part costs only itself.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, (int Done, int Total)> counts = [];

    /// <summary>The counts, in the order in which they began.</summary>
    public IReadOnlyList<CoveragePart> Parts =>
        [
            .. counts.Select(c => new CoveragePart(
                c.Key,
                c.Value.Done,
                c.Value.Total,
                c.Value.Done > 0 && c.Value.Done < c.Value.Total ? PackageExtras.Damaged : ""
            )),
        ];

    /// <summary>True when a part that was tried broke off.</summary>
    public bool Broken { get; private set; }

    /// <summary>Reads a part and counts it as read, or as missed when it breaks off.</summary>
    public void Try(string unit, Action read)
    {
        var holds = Holds(read);
        Broken |= !holds;
        Count(unit, holds ? 1 : 0);
    }

    /// <summary>Reads a part that nobody asks for, and counts it only when it breaks off.</summary>
    public void Quietly(string unit, Action read)
    {
        if (!Holds(read))
        {
            Miss(unit);
        }
    }

    /// <summary>Counts a part that is not read.</summary>
    public void Miss(string unit) => Count(unit, 0);

    private static bool Holds(Action read)
    {
        try
        {
            read();
            return true;
        }
        catch (Exception e) when (IsDamage(e))
        {
            return false;
        }
    }

    /// <summary>True for what a damaged or endless part throws.</summary>
    public static bool IsDamage(Exception e) =>
        e
            is XmlException
                or InvalidDataException
                or EndOfStreamException
                or FormatException
                or OverflowException
                or ReadingLimitException
                or KeyNotFoundException;

    private void Count(string unit, int done)
    {
        var (before, total) = counts.GetValueOrDefault(unit);
        counts[unit] = (before + done, total + 1);
    }
}
