using Disclosure.Core.Bureau;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Approval;

/// <summary>Which unit a step's duty must reach for a given item.</summary>
public enum Seat
{
    /// <summary>The unit that submits.</summary>
    OwnUnit,

    /// <summary>The reviewing section (for a county item the matching one), or whoever is in charge of it.</summary>
    Section,

    /// <summary>The bureau as a whole.</summary>
    Bureau,
}

/// <summary>What a step's box on a printed form says besides its signature.</summary>
public enum BoxLine
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The five answers of the editor (五项审查).</summary>
    Answers,

    /// <summary>The county's word on where to publish.</summary>
    CountyChoice,

    /// <summary>发布价值 and 建议.</summary>
    Worth,

    /// <summary>The office's finding and its basis.</summary>
    Finding,

    /// <summary>确定发布 or 不予发布.</summary>
    Decision,

    /// <summary>与存档资料一致, time and address of publication.</summary>
    Publication,
}

/// <summary>The box of a step on a printed form.</summary>
/// <param name="Label">What stands left of it; \n breaks the line.</param>
/// <param name="HeightMm">Height of the row, mm.</param>
/// <param name="Responsibility">What whoever signs answers for (D3, D10, D11), printed in the box.</param>
/// <param name="Line">What else the box says.</param>
public sealed record StepBox(string Label, double HeightMm, string Responsibility, BoxLine Line = BoxLine.None)
{
    /// <summary>What stands before the room for the signature.</summary>
    public string SignatureWord { get; init; } = "签名";
}

/// <summary>How the review that lies on a step stands on the secrecy review sheet (B2).</summary>
/// <param name="Reviewer">Who reviews, in a sentence.</param>
/// <param name="Short">The same, before the name of the review: 「编辑」 for 「编辑自审」.</param>
/// <param name="Column">Head of the column; \n breaks the line.</param>
/// <param name="Label">Label of the row with the conclusion.</param>
/// <param name="Conclusion">Name of that row.</param>
/// <param name="Statement">What whoever signs there states.</param>
public sealed record ReviewBox(string Reviewer, string Short, string Column, string Label, string Conclusion, string Statement);

/// <summary>One step of a route: who acts, what is asked, what may be done, what is printed and said.</summary>
/// <param name="Code">Permanent code, kept with items and signatures.</param>
/// <param name="Name">Name on screen.</param>
/// <param name="Duties">Any one of these duties acts here.</param>
/// <param name="Seat">Whose duty it must be.</param>
/// <param name="WorkDays">Limit in working days; 0 means none.</param>
public sealed record RouteStep(string Code, string Name, IReadOnlyList<Duty> Duties, Seat Seat, int WorkDays = 0)
{
    /// <summary>Shorter name for the line of steps.</summary>
    public string Short { get; init; } = Name;

    /// <summary>The secrecy review that lies on this step, answered anew here (B2).</summary>
    public Tier? Review { get; init; }

    /// <summary>True where the editor writes and sends.</summary>
    public bool Drafts => Code == RouteCodes.Editor;

    /// <summary>True where the platform publishes.</summary>
    public bool Publishes => Code == RouteCodes.Platform;

    /// <summary>True where a county's item is taken in (D11).</summary>
    public bool Receives { get; init; }

    /// <summary>The move that passes the item on.</summary>
    public MoveKind Onward =>
        Drafts ? MoveKind.Send
        : Publishes ? MoveKind.Publish
        : Receives ? MoveKind.Receive
        : MoveKind.Approve;

    /// <summary>True where the form has 确定发布 and 不予发布 to choose from: the screen says the same words.</summary>
    public bool Decides => Box?.Line == BoxLine.Decision;

    /// <summary>Word of the button that passes the item on.</summary>
    public string OnwardWord => Decides ? "确定发布" : Onward.Name();

    /// <summary>True where the county says whether and where its item may be published (D11).</summary>
    public bool AsksCountyChoice { get; init; }

    /// <summary>True where 发布价值 and 建议 are asked (D11).</summary>
    public bool AsksWorth { get; init; }

    /// <summary>True where the disclosure office finds whether the item may be disclosed (B2, A9).</summary>
    public bool AsksFinding { get; init; }

    /// <summary>True where figures that are not final are confirmed for publication (D5).</summary>
    public bool ConfirmsProvisional { get; init; }

    /// <summary>True where the finding 不予公开 is confirmed or sent back, never agreed to.</summary>
    public bool ConfirmsWithholding { get; init; }

    /// <summary>True where the item may be marked as major.</summary>
    public bool MayMarkMajor { get; init; }

    /// <summary>True where the answers of the step before are shown, though no review lies here.</summary>
    public bool ShowsAnswers { get; init; }

    /// <summary>Its box on the form of the route, or null where the form has none.</summary>
    public StepBox? Box { get; init; }

    /// <summary>Its box on the form for changing published information, or null where that form has none.</summary>
    public StepBox? ChangeBox { get; init; }

    /// <summary>Its place on the secrecy review sheet; only where a review lies on it.</summary>
    public ReviewBox? ReviewBox { get; init; }

    /// <summary>常用意见 on passing the item on: sentences to begin with.</summary>
    public IReadOnlyList<string> Opinions { get; init; } = ["同意。"];

    /// <summary>True where the password is asked again before signing.</summary>
    public bool Password { get; init; }

    /// <summary>True where the item may be ended (不予发布).</summary>
    public bool MayDecline { get; init; }

    /// <summary>True where only major items pass.</summary>
    public bool MajorOnly { get; init; }

    /// <summary>True where a later step may return to.</summary>
    public bool TakesReturns { get; init; } = true;

    /// <summary>True where a format-only return may be asked for: the content comes back here and a leader signs after it.</summary>
    public bool MayAskFormatOnly { get; init; }

    /// <summary>True where changed content never passes unsigned, not even on the straight way back.</summary>
    public bool AlwaysSigns { get; init; }
}

/// <summary>
/// A route an item takes. Published routes are never edited: a change is a new route with a new code, items under way keep theirs.
/// </summary>
public sealed record Route(string Code, string Name, string Series, IReadOnlyList<RouteStep> Steps)
{
    /// <summary>True for a county's item (D11).</summary>
    public bool IsCounty => RouteCodes.IsCounty(Code);

    /// <summary>The step with that code; an unknown code is a bug.</summary>
    public RouteStep Step(string code) => Steps.First(s => s.Code == code);

    /// <summary>The step of the disclosure office's finding.</summary>
    public RouteStep Finding => Steps.First(s => s.AsksFinding);

    /// <summary>Place on the route, from 0.</summary>
    public int PlaceOf(string code) => Steps.TakeWhile(s => s.Code != code).Count();

    /// <summary>Place of the first step that a duty may sign, from 0; the number of steps where it signs none.</summary>
    public int FirstPlaceOf(Duty duty) => Steps.TakeWhile(s => !s.Duties.Contains(duty)).Count();

    /// <summary>Whichever of two steps comes later.</summary>
    public string Later(string one, string other) => PlaceOf(one) > PlaceOf(other) ? one : other;

    /// <summary>Earlier steps that a return from this one may name, in order.</summary>
    public IEnumerable<RouteStep> ReturnsFrom(string code) => Steps.Take(PlaceOf(code)).Where(s => s.TakesReturns);
}
