using Disclosure.Core.Store;

namespace Disclosure.Core.Submissions;

/// <summary>The last number given in one series of one year.</summary>
public sealed class NumberCounter
{
    /// <summary>Name of the series, e.g. 昌统发审.</summary>
    public required string Series { get; init; }

    /// <summary>Calendar year in the bureau's time.</summary>
    public required int Year { get; init; }

    /// <summary>Last number given.</summary>
    public int Last { get; private set; }

    /// <summary>Next number of the series, inside the caller's transaction, so that none is lost or given twice.</summary>
    public static async Task<int> NextAsync(DisclosureDb db, string series, int year)
    {
        var counter = await db.Set<NumberCounter>().FindAsync(series, year);
        if (counter is null)
        {
            counter = new NumberCounter { Series = series, Year = year };
            db.Add(counter);
        }
        return ++counter.Last;
    }
}
