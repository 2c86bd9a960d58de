using Disclosure.Core.Catalogue;

namespace Disclosure.Web.Components.Catalogue;

/// <summary>A matter of the standing catalogue as it is being typed.</summary>
public sealed class TypedMatter(StandingRow row)
{
    /// <summary>事项（一级）.</summary>
    public string Group { get; set; } = row.Group;

    /// <summary>事项（二级）.</summary>
    public string Matter { get; set; } = row.Matter;

    /// <summary>公开内容.</summary>
    public string Content { get; set; } = row.Content;

    /// <summary>公开依据.</summary>
    public string Basis { get; set; } = row.Basis;

    /// <summary>公开时限, in words.</summary>
    public string Time { get; set; } = row.Time;

    /// <summary>How often.</summary>
    public LimitPeriod Period { get; set; } = row.Limit.Period;

    /// <summary>Months after the period.</summary>
    public int Months { get; set; } = row.Limit.Months;

    /// <summary>Days after that, or working days from forming.</summary>
    public int Days { get; set; } = row.Limit.Days;

    /// <summary>责任科室.</summary>
    public int SectionId { get; set; } = row.SectionId;

    /// <summary>公开渠道.</summary>
    public string Channels { get; set; } = row.Channels;

    /// <summary>公开对象.</summary>
    public string Audience { get; set; } = row.Audience;

    /// <summary>公开方式.</summary>
    public string Way { get; set; } = row.Way;

    /// <summary>公开层级.</summary>
    public string Level { get; set; } = row.Level;

    /// <summary>The limit as it would be reckoned with.</summary>
    public StandingLimit Limit => new(Period, Period == LimitPeriod.Irregular ? 0 : Months, Days);

    /// <summary>As the service takes it; the section's name is the service's to fill in.</summary>
    public StandingRow ToRow(int entryId) =>
        new(entryId, Group, Matter, Content, Basis, Time, Limit, SectionId, "", Channels, Audience, Way, Level);
}
