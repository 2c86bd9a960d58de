using System.Globalization;

namespace Disclosure.Tests.Core.Examiner.Words;

/// <summary>Makes numbers that pass their checks, none of which belongs to anybody known.</summary>
internal static class Made
{
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    public static string Resident(string area, int year, int month, int day, int order)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"{area}{year:0000}{month:00}{day:00}{order:000}");
        return body + "10X98765432"[body.Select((c, i) => (c - '0') * Weights[i]).Sum() % 11];
    }

    public static string Card(string prefix, int length, long order)
    {
        var body = prefix + order.ToString(CultureInfo.InvariantCulture).PadLeft(length - prefix.Length - 1, '0');
        for (var digit = 0; ; digit++)
        {
            var sum = 0;
            var card = body + digit.ToString(CultureInfo.InvariantCulture);
            for (var i = 0; i < card.Length; i++)
            {
                var value = card[card.Length - 1 - i] - '0';
                sum += i % 2 == 0 ? value : (value * 2 / 10) + (value * 2 % 10);
            }
            if (sum % 10 == 0)
            {
                return card;
            }
        }
    }

    public static string Organisation(string body)
    {
        int[] weights = [3, 7, 9, 10, 5, 8, 4, 2];
        var sum = body.Select((c, i) => (char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10) * weights[i]).Sum();
        return body
            + (
                (11 - (sum % 11)) switch
                {
                    10 => "X",
                    11 => "0",
                    var n => n.ToString(CultureInfo.InvariantCulture),
                }
            );
    }

    public static string Credit(string head, string organisation)
    {
        const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var body = head + Organisation(organisation);
        var (sum, weight) = (0, 1);
        foreach (var c in body)
        {
            sum += Alphabet.IndexOf(c, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }
        return body + Alphabet[(31 - (sum % 31)) % 31];
    }
}
