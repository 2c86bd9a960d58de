using Disclosure.Core.Deadlines;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.PublicOpinion;

/// <summary>How many cases are open to a reader, and how many of them are past a limit.</summary>
public sealed record OpinionCounts(int Open, int Late);

/// <summary>Which cases a list shows.</summary>
public enum OpinionFilter
{
    /// <summary>All, open ones first.</summary>
    All,

    /// <summary>在办.</summary>
    Open,

    /// <summary>在办 and past a limit.</summary>
    Late,

    /// <summary>已办结.</summary>
    Closed,
}

/// <summary>One case in a list or on the wall.</summary>
/// <param name="RaisedAt">UTC.</param>
/// <param name="ClosedAt">UTC; null while open.</param>
/// <param name="Clocks">The clocks of its level, in the order of their ends.</param>
/// <param name="Owes">Who owes the next act.</param>
public sealed record OpinionRow(
    int Id,
    string Number,
    string Title,
    OpinionLevel Level,
    string Section,
    string Source,
    DateTime RaisedAt,
    DateTime? ClosedAt,
    OpinionResult? Result,
    IReadOnlyList<ClockState> Clocks,
    NextAct Owes
)
{
    /// <summary>The next limit that is not met; null once closed or all are met.</summary>
    public ClockState? Next => ClosedAt is null ? Clocks.FirstOrDefault(c => c.MetAt is null) : null;

    /// <summary>True when a limit is past its end and still not met.</summary>
    /// <param name="now">UTC.</param>
    public bool Late(DateTime now) => Next?.Over(now) == true;

    /// <summary>Where it stands, in words.</summary>
    /// <param name="now">UTC.</param>
    public string Words(DateTime now) =>
        (Result, Next) switch
        {
            ({ } result, _) => result.Name(),
            (_, { } next) => $"{next.Clock.Name()} {NaturalClock.LeftWords(next.Left(now))}",
            _ => "时限均已完成，待办结",
        };
}

/// <summary>One page of a list and how many there are in all.</summary>
public sealed record OpinionPage(IReadOnlyList<OpinionRow> Rows, int Total);

/// <summary>One row of the history.</summary>
/// <param name="At">UTC of the entry, or of the publication that speaks for itself.</param>
public sealed record OpinionStep(string Act, string Text, DateTime At, string By, string Clock, DateTime? MetAt, string Outcome);

/// <summary>An item that answers a case. Title is empty for whoever may not read the item.</summary>
/// <param name="Where">State, and the step it waits at.</param>
public sealed record ReplyView(
    int Id,
    string? Number,
    string Title,
    bool MayOpen,
    bool MayEdit,
    ItemState State,
    string Where,
    DateTime? EndedAt,
    bool MayUnlink
);

/// <summary>What a reader may do with a case.</summary>
/// <param name="Office">Level, section, closing, reopening.</param>
/// <param name="Meet">Enter that a limit was met, or take it back.</param>
/// <param name="Reply">Begin or link a reply.</param>
/// <param name="ReplyUnderWay">A reply is on its way, another must wait.</param>
public sealed record OpinionActs(bool Office, bool Meet, bool Reply, bool ReplyUnderWay);

/// <summary>Everything the page of a case shows to one reader.</summary>
/// <param name="People">Names of those who owe the next act.</param>
public sealed record OpinionView(
    OpinionRow Row,
    int SectionId,
    string Summary,
    string Link,
    string RegisteredUnit,
    string RegisteredBy,
    DateTime RegisteredAt,
    IReadOnlyList<OpinionStep> History,
    IReadOnlyList<ReplyView> Replies,
    IReadOnlyList<string> People,
    OpinionActs Acts
);

/// <summary>A unit on offer.</summary>
public sealed record AnsweringUnit(int Id, string Name);

/// <summary>An item on offer.</summary>
public sealed record LinkableItem(int Id, string? Number, string Title, ItemState State);
