namespace Disclosure.Core.Forms.Engines;

/// <summary>Draws the cells of the grid and gathers what goes on on a continuation page.</summary>
internal sealed class CellPainter(Fitting fitting, TextPainter text, List<Continued> overflow)
{
    private const double PadX = 1.5;
    private const double PadY = 0.25;
    private const double SignatureMm = 5.2;
    private const double SignaturePt = 12;
    private const double SmallPt = 7;
    private const double NameMm = 37.5;
    private const double DutyBesideMm = 34;
    private const double HandwritingMm = 7;
    private const double HandwritingWidestMm = 27;

    /// <summary>Width of an empty 年 月 日, so that filled and open boxes begin their signatures at the same place.</summary>
    private const double DayMm = 34.8;

    /// <summary>Draws a cell into its rectangle, mm.</summary>
    public void Draw(FormCell cell, double x, double y, double width, double height)
    {
        switch (cell)
        {
            case LabelCell label:
                var words = fitting.Label(label.Text, width - 2, height - (2 * PadY));
                text.Lines(words, x, y + ((height - words.Sum(l => l.HeightMm)) / 2), width, centred: true);
                break;
            case ValueCell { Running: true } running:
                var letter = fitting.Letter(running.Lines, width, height, running.Name);
                overflow.AddRange(letter.Overflow);
                text.Lines(letter.Lines, x, y, width, running.Centred);
                break;
            case ValueCell value:
                var set = Fit(value.Lines, width, height - (2 * PadY), value.Name);
                text.Lines(set.Lines, x + PadX, y + ((height - set.HeightMm) / 2), width - (2 * PadX), value.Centred);
                break;
            case SigningCell signing:
                Signing(signing, x, y, width, height);
                break;
        }
    }

    private Fitted Fit(IReadOnlyList<FormLine> lines, double width, double height, string name)
    {
        var fitted = fitting.Fit(lines, FontRole.Value, width - (2 * PadX), height, name);
        overflow.AddRange(fitted.Overflow);
        return fitted;
    }

    private void Signing(SigningCell cell, double x, double y, double width, double height)
    {
        var signature = Place(cell, x + PadX, x + width - PadX);
        // Beside the signature where there is room for it, above a long signature otherwise.
        var beside = signature.Word - x - PadX - 3 is > DutyBesideMm and var left ? left : 0;
        var room = beside > 0 ? beside : width - (2 * PadX);
        var duty = fitting.Set([new FormLine([new Words(cell.Responsibility)], SmallPt)], FontRole.Value, room, SmallPt, 1.05);
        var dutyHeight = duty.Sum(l => l.HeightMm);
        var line = cell.Box.Handwriting is null ? SignatureMm : HandwritingMm + 0.8;
        var foot = beside > 0 ? Math.Max(line, dutyHeight + 0.5) : line + dutyHeight + 0.5;

        IReadOnlyList<FormLine> lines = [.. cell.Lines, .. FormPieces.Text(cell.Box.Opinion)];
        var above = Fit(lines, width, height - foot - PadY, cell.Name);
        var spare = height - foot - PadY - above.HeightMm;
        text.Lines(above.Lines, x + PadX, y + PadY + Math.Min(1.0, spare / 2), width);
        text.Lines(duty, x + PadX, beside > 0 ? y + height - dutyHeight - 0.5 : y + height - foot, room);
        Sign(cell, signature, y + height - 1.7);
    }

    /// <summary>Where 签名, the name and the day begin, so that they end at the right edge; boxes with a name of ordinary length all begin alike.</summary>
    private SignaturePlace Place(SigningCell cell, double left, double right)
    {
        var day = Day(cell.Box);
        var dayStart = right - Typesetter.Visible(day.Atoms, SignaturePt);
        var name = cell.Box.Handwriting is null ? text.Width(cell.Box.Signed(), FontRole.Kai, 1) : 0;
        var note = cell.Box.Way().Select(w => text.Width(w, FontRole.Value, SmallPt) + 1).DefaultIfEmpty(0).Max();
        var word = text.Width(Word(cell), FontRole.Value, SignaturePt);
        var end = Math.Min(right - DayMm, dayStart) - 3;
        // A name too long for the box is set smaller; a signature is the one thing that never moves to another page.
        var namePt = name == 0 ? SignaturePt : Math.Min(SignaturePt, (end - left - word - note) / name);
        var start = end - Math.Max(NameMm, (name * namePt) + note);
        return new(start - word, start, end, dayStart, namePt, day);
    }

    private void Sign(SigningCell cell, SignaturePlace place, double baseline)
    {
        text.Words(Word(cell), FontRole.Value, SignaturePt, place.Word, baseline);
        var end = Name(cell.Box, place, baseline);
        foreach (var (i, way) in cell.Box.Way().Index())
        {
            text.Words(way, FontRole.Value, SmallPt, end + 1, baseline - 2.1 + (i * 2.5));
        }

        text.Line(place.DayLine.Atoms, SignaturePt, place.Day, baseline);
    }

    private SetLine Day(SignatureBox box) => fitting.Set([new FormLine(FormPieces.Day(box.Day))], FontRole.Value, 60, SignaturePt, 1)[0];

    /// <summary>Handwriting, else the name, else a line for the pen; returns the x where it ends.</summary>
    private double Name(SignatureBox box, SignaturePlace place, double baseline)
    {
        if (box.Handwriting is { } picture)
        {
            var scale = Math.Min(HandwritingMm / picture.Height, HandwritingWidestMm / picture.Width);
            var (width, height) = (picture.Width * scale, picture.Height * scale);
            text.Page.Pictures.Add(new(picture.Png, place.Name, baseline + 1.2 - height, width, height));
            return place.Name + width;
        }

        if (box.Name.Length == 0)
        {
            text.Page.Line(place.Name, baseline + 0.7, place.NameEnd, baseline + 0.7, 0.4);
        }

        return text.Words(box.Signed(), FontRole.Kai, place.NamePt, place.Name, baseline);
    }

    private static string Word(SigningCell cell) => $"{cell.SignatureWord}：";

    private readonly record struct SignaturePlace(double Word, double Name, double NameEnd, double Day, double NamePt, SetLine DayLine);
}
