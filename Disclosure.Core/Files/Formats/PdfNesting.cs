namespace Disclosure.Core.Files.Formats;

/// <summary>
/// Looks through the bytes of a PDF for trees that contain themselves, before the library follows them until its stack, and with it the
/// whole program, ends. Only what a sound file never has is refused: an object that stands for itself, a kid that is its own ancestor.
/// </summary>
internal sealed class PdfNesting
{
    private const int MostDepth = 20_000;
    private const long MostWays = 3_000_000;

    private readonly Dictionary<long, List<long>> below = [];

    /// <summary>True when the library can follow the file to its end.</summary>
    public static bool Ends(ReadOnlySpan<byte> file)
    {
        var nesting = new PdfNesting();
        return new PdfObjectScan((number, target) => nesting.Add(number, target)).Run(file) && nesting.HasEnd();
    }

    private void Add(long number, long target)
    {
        if (!below.TryGetValue(number, out var kids))
        {
            below[number] = kids = [];
        }
        kids.Add(target);
    }

    /// <summary>False when something lies below itself, too deep, or on too many ways.</summary>
    private bool HasEnd()
    {
        var known = new Dictionary<long, (int Depth, long Ways)>();
        var open = new HashSet<long>();
        foreach (var root in below.Keys)
        {
            var path = new Stack<(long Number, int Next)>([(root, 0)]);
            while (path.TryPop(out var at))
            {
                var kids = below.GetValueOrDefault(at.Number) ?? [];
                if (known.ContainsKey(at.Number))
                {
                    continue;
                }
                open.Add(at.Number);
                if (at.Next < kids.Count)
                {
                    if (open.Contains(kids[at.Next]))
                    {
                        return false;
                    }
                    path.Push((at.Number, at.Next + 1));
                    path.Push((kids[at.Next], 0));
                    continue;
                }
                open.Remove(at.Number);
                var here = (Depth: 1 + kids.Select(k => known[k].Depth).DefaultIfEmpty().Max(), Ways: 1 + kids.Sum(k => known[k].Ways));
                if (here.Depth > MostDepth || here.Ways > MostWays)
                {
                    return false;
                }
                known[at.Number] = here;
            }
        }
        return true;
    }
}
