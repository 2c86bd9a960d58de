namespace Disclosure.Core.Files.Reading;

/// <summary>What became of a paragraph between two versions of a text.</summary>
public enum ParagraphChange
{
    /// <summary>It stood there before.</summary>
    Same,

    /// <summary>It is new, or was written anew.</summary>
    Added,

    /// <summary>It is gone.</summary>
    Removed,
}

/// <summary>The shortest way from one sequence of paragraphs to another (E. Myers, "An O(ND) Difference Algorithm", 1986).</summary>
public static class ParagraphChanges
{
    /// <summary>Most insertions and deletions looked for; texts further apart are different ones.</summary>
    public const int Most = 1000;

    /// <summary>
    /// Every paragraph of both in reading order, with what became of it; null where more than <see cref="Most"/> changes lie between them.
    /// </summary>
    public static IReadOnlyList<(ParagraphChange Change, string Text)>? Between(IReadOnlyList<string> before, IReadOnlyList<string> now)
    {
        var most = Math.Min(Most, before.Count + now.Count);
        var furthest = new int[(2 * most) + 2];
        var trace = new List<int[]>();
        for (var d = 0; d <= most; d++)
        {
            trace.Add([.. furthest]);
            for (var k = -d; k <= d; k += 2)
            {
                var down = k == -d || (k != d && furthest[most + k - 1] < furthest[most + k + 1]);
                var x = down ? furthest[most + k + 1] : furthest[most + k - 1] + 1;
                while (x < before.Count && x - k < now.Count && before[x] == now[x - k])
                {
                    x++;
                }
                furthest[most + k] = x;
                if (x >= before.Count && x - k >= now.Count)
                {
                    return Back(before, now, trace, most);
                }
            }
        }
        return null;
    }

    private static List<(ParagraphChange, string)> Back(
        IReadOnlyList<string> before,
        IReadOnlyList<string> now,
        List<int[]> trace,
        int most
    )
    {
        var found = new List<(ParagraphChange, string)>();
        var (x, y) = (before.Count, now.Count);
        for (var d = trace.Count - 1; d > 0; d--)
        {
            var furthest = trace[d];
            var k = x - y;
            var down = k == -d || (k != d && furthest[most + k - 1] < furthest[most + k + 1]);
            var fromX = furthest[most + (down ? k + 1 : k - 1)];
            var fromY = fromX - (down ? k + 1 : k - 1);
            while (x > fromX && y > fromY)
            {
                found.Add((ParagraphChange.Same, before[--x]));
                y--;
            }
            found.Add(down ? (ParagraphChange.Added, now[fromY]) : (ParagraphChange.Removed, before[fromX]));
            (x, y) = (fromX, fromY);
        }
        while (x > 0)
        {
            found.Add((ParagraphChange.Same, before[--x]));
        }
        found.Reverse();
        return found;
    }
}
