using System.Globalization;

namespace Disclosure.Core.Deadlines;

/// <summary>What shows that a yearly duty was done.</summary>
public enum DutyProof
{
    /// <summary>An item of the duty's kind published, or an entry by the office.</summary>
    Publication,

    /// <summary>An entry by the office: day and address or document.</summary>
    Entry,

    /// <summary>An entry by the office: day, who reported, minutes.</summary>
    Hearing,
}

/// <summary>Something owed every year by the same day.</summary>
/// <param name="Code">Permanent code, kept with entries.</param>
/// <param name="Title">Name; {0} is the year it is about.</param>
/// <param name="Article">Article it rests on.</param>
/// <param name="Month">Month of the last day.</param>
/// <param name="Day">Last day.</param>
/// <param name="YearsBack">How many years before the last day's year it is about.</param>
/// <param name="Proof">What shows that it was done.</param>
/// <param name="Demand">What is asked, in one sentence.</param>
public sealed record YearlyDuty(
    string Code,
    string Title,
    string Article,
    int Month,
    int Day,
    int YearsBack,
    DutyProof Proof,
    string Demand
)
{
    /// <summary>The last day that falls into a year.</summary>
    public DateOnly DueIn(int year) => new(year, Month, Day);

    /// <summary>Name of the one whose last day falls into a year.</summary>
    public string NameIn(int year) => string.Format(CultureInfo.InvariantCulture, Title, year - YearsBack);

    /// <summary>The duty with that code, or null.</summary>
    public static YearlyDuty? Find(string code) => DueDates.Yearly.FirstOrDefault(d => d.Code == code);
}
