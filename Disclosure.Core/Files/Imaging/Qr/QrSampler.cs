namespace Disclosure.Core.Files.Imaging;

/// <summary>Decides for every module whether it is dark, in several ways that suit sharp, blurred and unevenly printed codes.</summary>
internal static class QrSampler
{
    // How strongly a module is set off against its four neighbours: blur makes a single white one among black grey.
    private static readonly double[] Sharpenings = [0, 0.6, 1.2];

    /// <summary>Readings, the plain one first. The caller tries them until one decodes.</summary>
    public static IEnumerable<QrModules> Readings(QrVersion version, double[] darkness)
    {
        var offset = Offset(version, darkness);
        foreach (var sharpening in Sharpenings)
        {
            yield return Reading(version, darkness, sharpening, 0);
            yield return Reading(version, darkness, sharpening, offset);
        }
    }

    /// <summary>Middle between the dark and the light modules of the timing pattern, which alternate as data does.</summary>
    private static double Offset(QrVersion version, double[] darkness)
    {
        var timing = version.Marks.Where(m => m.Timing).ToLookup(m => m.Dark, m => darkness[(m.Y * version.Side) + m.X]);
        return (timing[true].Average() + timing[false].Average()) / 2;
    }

    private static QrModules Reading(QrVersion version, double[] darkness, double sharpening, double offset)
    {
        var side = version.Side;
        var modules = new QrModules(version);
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < side; x++)
            {
                var own = darkness[(y * side) + x];
                // Beyond the edge lies the quiet zone.
                var neighbours =
                    (x > 0 ? darkness[(y * side) + x - 1] : -1)
                    + (x < side - 1 ? darkness[(y * side) + x + 1] : -1)
                    + (y > 0 ? darkness[((y - 1) * side) + x] : -1)
                    + (y < side - 1 ? darkness[((y + 1) * side) + x] : -1);
                modules[x, y] = own + (sharpening * (own - (neighbours / 4))) > offset;
            }
        }
        return modules;
    }
}
