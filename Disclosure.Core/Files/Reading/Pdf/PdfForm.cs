using UglyToad.PdfPig.Tokens;

namespace Disclosure.Core.Files.Reading;

/// <summary>What was filled in, or is offered, in the fields of a PDF.</summary>
internal sealed class PdfForm(PdfTokens tokens, BoundedSink sink, Tally tally)
{
    /// <summary>Reads the fields.</summary>
    public void Read()
    {
        if (tokens.Dictionary(tokens.Catalog, "AcroForm") is not { } form)
        {
            return;
        }
        if (tokens.Entry(form, "XFA") is not null)
        {
            tally.Miss("份 XFA 表单数据");
        }
        var (filled, place) = (0, new Place { Part = "表单" });
        foreach (var (field, _) in new PdfWalk(tokens).Over(form, "Fields", "Kids"))
        {
            var name = tokens.Text(field, "T") ?? "";
            foreach (var value in Values(field, "V"))
            {
                filled++;
                sink.Passage(new Passage(place with { Line = filled }, PassageKind.Annotation, value) { Label = name });
            }
            foreach (var value in Values(field, "DV").Concat(Values(field, "Opt")).Except(Values(field, "V")))
            {
                sink.Passage(new Passage(place, PassageKind.Behind, value) { Label = name });
            }
        }
        if (filled > 0)
        {
            sink.Observe(new Observation(ObservationKind.Annotations, place, $"{filled} 个填写的表单项", filled));
        }
    }

    // What a box is ticked with is a name and says nothing.
    private IEnumerable<string> Values(DictionaryToken field, string name) =>
        tokens.Entry(field, name) switch
        {
            ArrayToken several => several
                .Data.SelectMany(v => tokens.Resolved(v) is ArrayToken pair ? pair.Data : (IEnumerable<IToken>)[v])
                .Select(tokens.Text)
                .OfType<string>()
                .Distinct(),
            var one => tokens.Text(one) is { } text ? [text] : [],
        };
}
