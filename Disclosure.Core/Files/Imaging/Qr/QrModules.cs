namespace Disclosure.Core.Files.Imaging;

/// <summary>The modules of a code as read: true is dark.</summary>
internal sealed class QrModules(QrVersion version)
{
    private readonly bool[] dark = new bool[version.Side * version.Side];

    /// <summary>Size and layout.</summary>
    public QrVersion Version => version;

    /// <summary>Modules along a side.</summary>
    public int Side => version.Side;

    /// <summary>Colour of a module.</summary>
    public bool this[int x, int y]
    {
        get => dark[(y * version.Side) + x];
        set => dark[(y * version.Side) + x] = value;
    }

    /// <summary>Share of a pattern's modules, from 0 to 1, that have the colour the standard fixes.</summary>
    public double Agreement(Func<QrMark, bool> chosen)
    {
        var marks = version.Marks.Where(chosen).ToList();
        return marks.Count(m => this[m.X, m.Y] == m.Dark) / (double)Math.Max(1, marks.Count);
    }
}
