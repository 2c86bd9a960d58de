namespace Disclosure.Core.Deadlines;

/// <summary>Why a day is worked or off; the local arrangement stands over the national one, that over the week.</summary>
public enum DayMark
{
    /// <summary>Monday to Friday, nothing announced.</summary>
    Work,

    /// <summary>Saturday or Sunday, nothing announced.</summary>
    Weekend,

    /// <summary>休: national day off.</summary>
    NationalOff,

    /// <summary>班: weekend day worked by the national arrangement.</summary>
    NationalWorked,

    /// <summary>藏: local day off.</summary>
    LocalOff,

    /// <summary>班: worked by the local arrangement.</summary>
    LocalWorked,
}

/// <summary>One day of the calendar.</summary>
/// <param name="Name">What it is called, e.g. 藏历新年; empty when the announcement does not say.</param>
public sealed record CalendarDay(DateOnly Day, DayMark Mark, string Name)
{
    /// <summary>True for a working day.</summary>
    public bool Works => Mark is DayMark.Work or DayMark.NationalWorked or DayMark.LocalWorked;

    /// <summary>Letter beside the day, so that the colour is not the only sign; empty for an ordinary day.</summary>
    public string Letter =>
        Mark switch
        {
            DayMark.NationalOff => "休",
            DayMark.LocalOff => "藏",
            DayMark.NationalWorked or DayMark.LocalWorked => "班",
            _ => "",
        };

    /// <summary>Why it is worked or off, in words.</summary>
    public string Why
    {
        get
        {
            var why = Mark switch
            {
                DayMark.Weekend => "周末",
                DayMark.NationalOff => "国家放假",
                DayMark.NationalWorked => "国家调休上班",
                DayMark.LocalOff => "地方放假",
                DayMark.LocalWorked => "地方调休上班",
                _ => "工作日",
            };
            return Name.Length > 0 ? $"{why}（{Name}）" : why;
        }
    }
}

/// <summary>Days off and days worked of one year, as announced for the whole country.</summary>
public sealed record CalendarYear(int Year, IReadOnlySet<DateOnly> DaysOff, IReadOnlySet<DateOnly> DaysWorked)
{
    /// <summary>What the days are called, where the announcement says so.</summary>
    public IReadOnlyDictionary<DateOnly, string> Names { get; init; } = new Dictionary<DateOnly, string>();

    /// <summary>Days on which the other arrangement says something else.</summary>
    public int DifferenceTo(CalendarYear other) =>
        DaysOff
            .Concat(DaysWorked)
            .Concat(other.DaysOff)
            .Concat(other.DaysWorked)
            .Distinct()
            .Count(d => DaysOff.Contains(d) != other.DaysOff.Contains(d) || DaysWorked.Contains(d) != other.DaysWorked.Contains(d));
}

/// <summary>One day of the local layer.</summary>
public sealed record LocalMark(DateOnly Day, bool Worked, string Name);
