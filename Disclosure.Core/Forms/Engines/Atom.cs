namespace Disclosure.Core.Forms.Engines;

/// <summary>The smallest thing a line is set from.</summary>
internal abstract record Atom
{
    /// <summary>True when a line may end before it.</summary>
    public bool MayBreakBefore { get; init; }

    /// <summary>Width in mm at a type size in points.</summary>
    public abstract double Width(double sizePt);
}

/// <summary>A unit of text.</summary>
/// <param name="Text">The unit.</param>
/// <param name="Role">Its fonts.</param>
/// <param name="MmPerPt">Width, mm at 1 point.</param>
internal sealed record TextAtom(string Text, FontRole Role, double MmPerPt) : Atom
{
    /// <inheritdoc/>
    public override double Width(double sizePt) => MmPerPt * sizePt;
}

/// <summary>A check box with its wording.</summary>
/// <param name="Tick">The piece.</param>
/// <param name="BoxMmPerPt">Width of the box, mm at 1 point.</param>
/// <param name="TextMmPerPt">Width of the wording, mm at 1 point.</param>
internal sealed record TickAtom(Tick Tick, double BoxMmPerPt, double TextMmPerPt) : Atom
{
    /// <summary>Stands for an open box, in print and in the text a reader extracts.</summary>
    public const string Open = "□";

    /// <summary>Stands for a ticked box: drawn inside a box of vectors, so the extracted text says √ where it otherwise says □.</summary>
    public const string Ticked = "√";

    /// <inheritdoc/>
    public override double Width(double sizePt) => (BoxMmPerPt + TextMmPerPt) * sizePt;
}

/// <summary>Room for the pen.</summary>
internal sealed record GapAtom(Gap Gap) : Atom
{
    /// <inheritdoc/>
    public override double Width(double sizePt) => Gap.WidthMm;
}
