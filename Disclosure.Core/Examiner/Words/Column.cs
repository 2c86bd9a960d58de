namespace Disclosure.Core.Examiner.Words;

/// <summary>What the cells of a column are asked about together, when nothing else speaks for one of them.</summary>
internal enum Vote
{
    Resident,
    Mobile,
    Card,
}

/// <summary>A column of a table: what its headings say, and numbers that wait for what the others are like.</summary>
internal sealed class Column(Column.Room room)
{
    /// <summary>How many numbers may wait in a whole table: a hostile one has very many columns.</summary>
    internal sealed class Room
    {
        /// <summary>Places left.</summary>
        public int Left { get; set; } = 20_000;
    }

    private const int Most = 500;
    private const int Many = 200;
    private readonly int[] lengths = new int[20];
    private readonly int[] valid = new int[3];
    private readonly List<(Vote Vote, ExaminedText Text, TextSpan At)> waiting = [];

    /// <summary>What the headings say.</summary>
    public Holds Holds { get; set; }

    /// <summary>Names under a heading for names.</summary>
    public NameColumns Names { get; } = new();

    /// <summary>True when the headings say that it holds figures or codes.</summary>
    public bool IsOther => (Holds & (Holds.Figure | Holds.Code)) != 0;

    /// <summary>True when the headings say so; a figure of telephones is a figure.</summary>
    public bool Says(Holds holds) => (Holds & holds) != 0 && !(holds is Holds.Phone or Holds.Card && Holds.HasFlag(Holds.Figure));

    /// <summary>Counts a cell that is nothing but a number.</summary>
    public void Count(int digits) => lengths[Math.Min(digits, lengths.Length - 1)]++;

    /// <summary>Lets a number wait for the end of the table.</summary>
    public void Wait(Vote vote, ExaminedText text, TextSpan at)
    {
        valid[(int)vote]++;
        if (waiting.Count < Most && room.Left > 0)
        {
            room.Left--;
            waiting.Add((vote, text, at));
        }
    }

    /// <summary>Decides what waits, at the end of the table.</summary>
    public void Settle(Notes notes)
    {
        foreach (var (vote, text, at) in waiting)
        {
            switch (vote)
            {
                case Vote.Resident:
                    Resident(text, at, notes);
                    break;
                case Vote.Mobile when Says(Holds.Phone) || Agrees(valid[(int)vote], lengths[11], text):
                    notes.Add(WordRules.Mobile, text, at, Confidence.Medium, "整列或文本单元格中的手机号码");
                    break;
                case Vote.Card
                    when Says(Holds.Card)
                        || Agrees(
                            valid[(int)vote],
                            lengths[16] + lengths[17] + lengths[18] + lengths[19],
                            text,
                            text.Text.StartsWith("62", StringComparison.Ordinal)
                        ):
                    notes.Add(WordRules.BankCard, text, at, Confidence.Medium, "整列或文本单元格中校验正确的银行卡号");
                    break;
                default:
                    break;
            }
        }
        waiting.Clear();
    }

    // Numbers need a whole column of their kind; texts only must not be drowned in other numbers of their length.
    private bool Agrees(int good, int alike, ExaminedText text, bool alone = true) =>
        !IsOther && ((good >= 5 && good * 10 >= alike * 9) || (alone && !text.Cell!.IsNumber && (alike < 10 || good * 2 >= alike)));

    private void Resident(ExaminedText text, TextSpan at, Notes notes)
    {
        var (good, alike) = (valid[(int)Vote.Resident], lengths[18]);
        var agrees = Says(Holds.Resident) || (good >= 2 && good * 2 >= alike);
        // Date, check and area together let one random number in 70,000 through: a true one among many others is never dropped.
        var area = Checks.IsProvince(text.Text.AsSpan(at.Start, at.Length));
        if (agrees || area || (alike < Many && !text.Cell!.IsNumber))
        {
            notes.Add(
                WordRules.Resident,
                text,
                at,
                agrees || (area && alike < Many && !text.Cell!.IsNumber) ? Confidence.High : Confidence.Low,
                "十八位号码，日期真实且校验码正确"
            );
        }
    }
}
