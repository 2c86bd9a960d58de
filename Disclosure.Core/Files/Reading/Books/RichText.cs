using System.Text;

namespace Disclosure.Core.Files.Reading;

/// <summary>A text of a workbook made of runs: joined, without its phonetic help.</summary>
/// <param name="Text">The text.</param>
/// <param name="Faint">Why a run of it cannot be seen on white paper; null when all can.</param>
internal readonly record struct RichText(string Text, string? Faint)
{
    /// <summary>Reads the element at hand (si, is, text); leaves the reader at its end.</summary>
    public static RichText Read(PartReader reader, int most, StringBuilder into)
    {
        into.Clear();
        string? run = null;
        string? faint = null;
        for (var inside = reader.Inside(); inside.Next();)
        {
            if (reader.IsEnd && reader.Name == "r")
            {
                run = null;
            }
            switch (reader.IsStart ? reader.Name : "")
            {
                case "rPh":
                    reader.Skip();
                    break;
                case "rPr":
                    run = CellFormats.Faint(reader);
                    break;
                case "t":
                    var before = into.Length;
                    for (var letters = reader.Inside(); letters.Next();)
                    {
                        if (reader.IsText)
                        {
                            reader.AppendText(into, most - into.Length);
                        }
                    }
                    faint ??= into.Length > before ? run : null;
                    break;
            }
        }
        return new RichText(into.ToString(), faint);
    }
}
