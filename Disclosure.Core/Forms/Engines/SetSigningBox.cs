namespace Disclosure.Core.Forms.Engines;

/// <summary>
/// What stands where in a signing box; lengths in mm, from the cell's left or upper edge. Every engine draws from this, so that all shorten
/// the same texts.
/// </summary>
internal sealed record SetSigningBox
{
    /// <summary>Room at the left and right of a cell.</summary>
    public const double PadX = 1.5;

    /// <summary>Room at the top and bottom of a cell.</summary>
    public const double PadY = 0.25;

    /// <summary>Baseline of the signature above the cell's lower edge.</summary>
    public const double BaselineMm = 1.7;

    /// <summary>Size of 签名, name and day, points.</summary>
    public const double SignaturePt = 12;

    /// <summary>Size of the responsibility line and of how it was signed, points.</summary>
    public const double SmallPt = 7;

    private const double SignatureMm = 5.2;
    private const double SmallestNamePt = 7.5;

    /// <summary>Two lines have a little less than twice the room, for the character that does not fit on the first.</summary>
    private const double TwoLines = 1.9;
    private const double NameMm = 37.5;
    private const double DutyBesideMm = 34;

    /// <summary>Width of an empty 年 月 日, so that filled and open boxes begin their signatures at the same place.</summary>
    private const double DayMm = 34.8;

    /// <summary>Ticks and opinion.</summary>
    public required Fitted Above { get; init; }

    /// <summary>Where they begin below the upper edge.</summary>
    public required double AboveMm { get; init; }

    /// <summary>The responsibility line.</summary>
    public required Fitted Duty { get; init; }

    /// <summary>Beside the signature where there is room for it, above a long signature otherwise.</summary>
    public required bool Beside { get; init; }

    /// <summary>Width the responsibility line has.</summary>
    public required double DutyRoomMm { get; init; }

    /// <summary>Height of signature and responsibility line together.</summary>
    public required double FootMm { get; init; }

    /// <summary>The signature.</summary>
    public required SignaturePlace Signature { get; init; }

    /// <summary>The word before the signature with its colon.</summary>
    public static string Word(SigningCell cell) => $"{cell.SignatureWord}：";

    /// <summary>Sets a box of a width and height.</summary>
    /// <param name="measure">Width of a text in mm, by role and points.</param>
    public static SetSigningBox Of(
        SigningCell cell,
        double width,
        double height,
        Fitting fitting,
        Func<string, FontRole, double, double> measure
    )
    {
        var signature = Place(cell, PadX, width - PadX, fitting, measure);
        var beside = signature.Word - PadX - 3 is > DutyBesideMm and var left ? left : 0;
        var room = beside > 0 ? beside : width - (2 * PadX);
        var duty = fitting.Whole([new FormLine([new Words(cell.Responsibility)], SmallPt)], FontRole.Value, room, SmallPt, 1.05);
        var line =
            cell.Box.Handwriting is not null ? HandwritingPicture.HeightMm + 0.8
            : signature.TwoLinesMm > 0 ? SignatureMm + 0.9
            : SignatureMm;
        var foot = beside > 0 ? Math.Max(line, duty.HeightMm + 0.5) : line + duty.HeightMm + 0.5;
        var above = fitting.Signing(cell.Lines, cell.Box.Said(), width - (2 * PadX), height - foot - PadY, cell.Name);
        return new()
        {
            Above = above,
            AboveMm = PadY + Math.Min(1.0, (height - foot - PadY - above.HeightMm) / 2),
            Duty = duty,
            Beside = beside > 0,
            DutyRoomMm = room,
            FootMm = foot,
            Signature = signature,
        };
    }

    /// <summary>
    /// Where 签名, the name and the day begin, so that they end at the right edge; boxes with a name of ordinary length all begin alike.
    /// </summary>
    private static SignaturePlace Place(
        SigningCell cell,
        double left,
        double right,
        Fitting fitting,
        Func<string, FontRole, double, double> measure
    )
    {
        var day = fitting.Set([new FormLine(FormPieces.Day(cell.Box.Day))], FontRole.Value, 60, SignaturePt, 1)[0];
        var dayStart = right - Typesetter.Visible(day.Atoms, SignaturePt);
        var name = cell.Box.Handwriting is null ? measure(cell.Box.Signed(), FontRole.Kai, 1) : 0;
        var note = cell.Box.Way().Select(w => measure(w, FontRole.Value, SmallPt) + 1).DefaultIfEmpty(0).Max();
        var word = measure(Word(cell), FontRole.Value, SignaturePt);
        var end = Math.Min(right - DayMm, dayStart) - 3;
        // A name too long for the box is set smaller, then on two lines; a signature is the one thing that never moves to another page.
        var room = end - left - word - note;
        var namePt = name == 0 ? SignaturePt : Math.Min(SignaturePt, room / name);
        if (namePt < SmallestNamePt)
        {
            return new(left, left + word, end, dayStart, Math.Min(SmallestNamePt, TwoLines * room / name), note, day, room);
        }

        var start = end - Math.Max(NameMm, (name * namePt) + note);
        return new(start - word, start, end, dayStart, namePt, note, day, 0);
    }
}

/// <summary>Places on the line of a signature, mm from the cell's left edge.</summary>
/// <param name="Word">Where 签名 begins.</param>
/// <param name="Name">Where the name begins.</param>
/// <param name="NameEnd">Where the room for the name ends.</param>
/// <param name="Day">Where the day begins.</param>
/// <param name="NamePt">Size of the name, points.</param>
/// <param name="NoteMm">Width of the note how it was signed with the room before it; 0 without one.</param>
/// <param name="DayLine">The day, or room to write it.</param>
/// <param name="TwoLinesMm">Width of a name that stands on two lines; 0 when one is enough.</param>
internal sealed record SignaturePlace(
    double Word,
    double Name,
    double NameEnd,
    double Day,
    double NamePt,
    double NoteMm,
    SetLine DayLine,
    double TwoLinesMm
)
{
    /// <summary>As much of a long name as has room on the first line, and the rest.</summary>
    /// <param name="measure">Width of a text in mm, by role and points.</param>
    public (string First, string Second) Halves(string name, Func<string, FontRole, double, double> measure)
    {
        var characters = FontStack.Characters(name).ToList();
        var count = characters.Count;
        while (count > 1 && measure(string.Concat(characters.Take(count)), FontRole.Kai, NamePt) > TwoLinesMm)
        {
            count--;
        }

        return (string.Concat(characters.Take(count)), string.Concat(characters.Skip(count)));
    }
}
