using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Archive;

/// <summary>How long an item is kept (保管期限).</summary>
public enum Retention
{
    /// <summary>10年.</summary>
    TenYears,

    /// <summary>永久: 公报 and 年鉴.</summary>
    Permanent,
}

/// <summary>An ended item in the list of the archive.</summary>
/// <param name="Erased">True when its content was erased: only the record is left.</param>
/// <param name="Bytes">Bytes of its files.</param>
public sealed record ArchiveRow(
    int Id,
    string Number,
    string Title,
    string Unit,
    string Index,
    ItemKind? Kind,
    ItemState State,
    DateTime EndedAt,
    Retention Retention,
    bool Erased,
    long Bytes
);

/// <summary>One page of the archive.</summary>
/// <param name="Years">Years in which items ended, newest first.</param>
/// <param name="Total">Rows in all.</param>
/// <param name="Permanent">How many of the year are kept for ever.</param>
/// <param name="OfYear">How many items ended in the year.</param>
/// <param name="Bytes">Bytes of all files of the year.</param>
public sealed record ArchiveList(
    IReadOnlyList<int> Years,
    IReadOnlyList<ArchiveRow> Rows,
    int Total,
    int OfYear,
    int Permanent,
    long Bytes
);

/// <summary>Who keeps the archive, and for how long things are kept.</summary>
public static class ArchiveRules
{
    /// <summary>The office and the head of the platform see and take the archive.</summary>
    public static bool MaySee(Grants by) => by.Has(Duty.DisclosureOffice) || by.Has(Duty.PlatformHead);

    /// <summary>As the kind says; ten years for an item without one.</summary>
    public static Retention Of(ItemKind? kind) => kind?.Rule().KeptForever == true ? Retention.Permanent : Retention.TenYears;

    /// <summary>Chinese name.</summary>
    public static string Name(this Retention retention) =>
        retention switch
        {
            Retention.Permanent => "永久",
            Retention.TenYears => $"{DueDates.ArchiveYears}年",
        };

    /// <summary>UTC from which and until which a year of the bureau's time lasts.</summary>
    public static (DateTime From, DateTime Until) Span(int year) =>
        (BureauTime.ToUtc(new DateTime(year, 1, 1)), BureauTime.ToUtc(new DateTime(year + 1, 1, 1)));
}
