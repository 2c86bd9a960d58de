using Disclosure.Core.Bureau;
using Disclosure.Core.Review;

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

/// <summary>One step of a route.</summary>
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

/// <summary>A route an item takes. Published routes are never edited: a change is a new route with a new code, items under way keep theirs.</summary>
public sealed record Route(string Code, string Name, string Series, IReadOnlyList<RouteStep> Steps)
{
    /// <summary>The step with that code; an unknown code is a bug.</summary>
    public RouteStep Step(string code) => Steps.First(s => s.Code == code);

    /// <summary>Place on the route, from 0.</summary>
    public int PlaceOf(string code) => Steps.TakeWhile(s => s.Code != code).Count();

    /// <summary>Earlier steps that a return from this one may name, in order.</summary>
    public IEnumerable<RouteStep> ReturnsFrom(string code) => Steps.Take(PlaceOf(code)).Where(s => s.TakesReturns);
}
