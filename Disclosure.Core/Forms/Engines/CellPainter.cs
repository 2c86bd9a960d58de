namespace Disclosure.Core.Forms.Engines;

/// <summary>Draws the cells of the grid and gathers what goes on on a continuation page.</summary>
internal sealed class CellPainter(Fitting fitting, TextPainter text, List<Continued> overflow)
{
    private const double PadX = SetSigningBox.PadX;
    private const double PadY = SetSigningBox.PadY;

    /// <summary>No text begins lower in its cell: in a high one it stands at the top, where reading begins.</summary>
    public const double TopMm = 6;

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
                text.Lines(set.Lines, x + PadX, y + Math.Min((height - set.HeightMm) / 2, TopMm), width - (2 * PadX), value.Centred);
                break;
            case SigningCell signing:
                Signing(signing, x, y, width, height);
                break;
        }
    }

    /// <summary>Draws a cell of a list, whose text is already set.</summary>
    public void Draw(FormCell cell, IReadOnlyList<SetLine> lines, double x, double y, double width, double height) =>
        text.Lines(
            lines,
            x + ListPager.PadX,
            y + ((height - lines.Sum(l => l.HeightMm)) / 2),
            width - (2 * ListPager.PadX),
            cell is LabelCell or ValueCell { Centred: true }
        );

    private Fitted Fit(IReadOnlyList<FormLine> lines, double width, double height, string name)
    {
        var fitted = fitting.Fit(lines, FontRole.Value, width - (2 * PadX), height, name);
        overflow.AddRange(fitted.Overflow);
        return fitted;
    }

    private void Signing(SigningCell cell, double x, double y, double width, double height)
    {
        var box = SetSigningBox.Of(cell, width, height, fitting, text.Width);
        overflow.AddRange(box.Above.Overflow);
        text.Lines(box.Above.Lines, x + PadX, y + box.AboveMm, width);
        text.Lines(box.Duty.Lines, x + PadX, y + height - (box.Beside ? box.Duty.HeightMm + 0.5 : box.FootMm), box.DutyRoomMm);
        Sign(cell, box.Signature, x, y + height - SetSigningBox.BaselineMm);
    }

    private void Sign(SigningCell cell, SignaturePlace place, double x, double baseline)
    {
        text.Words(SetSigningBox.Word(cell), FontRole.Value, SetSigningBox.SignaturePt, x + place.Word, baseline);
        var end = Name(cell.Box, place, x, baseline);
        foreach (var (i, way) in cell.Box.Way().Index())
        {
            text.Words(way, FontRole.Value, SetSigningBox.SmallPt, end + 1, baseline - 2.1 + (i * 2.5));
        }

        text.Line(place.DayLine.Atoms, SetSigningBox.SignaturePt, x + place.Day, baseline);
    }

    /// <summary>Handwriting, else the name, else a line for the pen; returns the x where it ends.</summary>
    private double Name(SignatureBox box, SignaturePlace place, double x, double baseline)
    {
        if (box.Handwriting is { } picture)
        {
            var (width, height) = picture.SizeMm();
            text.Page.Pictures.Add(new(picture.Png, x + place.Name, baseline + 1.2 - height, width, height));
            return x + place.Name + width;
        }

        if (box.Name.Length == 0)
        {
            text.Page.Line(x + place.Name, baseline + 0.7, x + place.NameEnd, baseline + 0.7, 0.4);
        }

        if (place.TwoLinesMm == 0)
        {
            return text.Words(box.Signed(), FontRole.Kai, place.NamePt, x + place.Name, baseline);
        }

        var (first, second) = place.Halves(box.Signed(), text.Width);
        text.Words(first, FontRole.Kai, place.NamePt, x + place.Name, baseline - 2.1);
        text.Words(second, FontRole.Kai, place.NamePt, x + place.Name, baseline + 0.7);
        return x + place.Name + place.TwoLinesMm;
    }
}
