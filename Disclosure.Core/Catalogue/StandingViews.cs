namespace Disclosure.Core.Catalogue;

/// <summary>A version of the standing catalogue.</summary>
/// <param name="InForce">True for the one in force today.</param>
/// <param name="Changes">What it changed in the one before, in a few words.</param>
public sealed record StandingVersionView(
    int Number,
    DateOnly EffectiveOn,
    string Reason,
    string By,
    DateTime At,
    bool InForce,
    string Changes,
    IReadOnlyList<StandingRow> Rows
);

/// <summary>The draft of the next version.</summary>
/// <param name="State">Goes back with the next edit.</param>
/// <param name="LastDone">What would be undone, or empty when nothing can be.</param>
/// <param name="Changes">What differs from the newest version.</param>
/// <param name="Earliest">First day on which it may come into force; null for the first version.</param>
/// <param name="Sections">Sections that can be responsible.</param>
public sealed record StandingDraftView(
    int State,
    IReadOnlyList<StandingRow> Rows,
    string LastDone,
    string By,
    DateTime At,
    IReadOnlyList<StandingChange> Changes,
    DateOnly? Earliest,
    IReadOnlyList<StandingSection> Sections
);

/// <summary>A section that can be responsible for a matter.</summary>
public sealed record StandingSection(int Id, string Name);

/// <summary>A matter to choose from.</summary>
public sealed record StandingChoice(int EntryId, string Group, string Matter, string Section)
{
    /// <summary>As an item names it.</summary>
    public string Path => $"{Group} / {Matter}";
}

/// <summary>What one matter owes.</summary>
/// <param name="Limit">The time limit in words.</param>
/// <param name="LastPublished">Day of the last publication under it, or null.</param>
/// <param name="LastTitle">Its title; empty when the reader may not read the item.</param>
/// <param name="LastItemId">Its key, for whoever may read the item.</param>
/// <param name="NextDue">The day that is owed: one that has passed while overdue; null where none is known.</param>
/// <param name="Overdue">True when that day has passed.</param>
/// <param name="Missed">Periods in which nothing was published in time, or publications later than the limit, since the matter was
/// entered.</param>
/// <param name="Note">Why there is no day, or what the day rests on; may be empty.</param>
public sealed record StandingDueRow(
    int EntryId,
    string Matter,
    int SectionId,
    string Section,
    string Limit,
    DateOnly? LastPublished,
    string LastTitle,
    int? LastItemId,
    DateOnly? NextDue,
    bool Overdue,
    int Missed,
    string Note
);

/// <summary>A publication that hangs on no matter.</summary>
public sealed record UnhungRow(int Id, string Number, string Title, string Section, DateOnly PublishedOn, string Words);
