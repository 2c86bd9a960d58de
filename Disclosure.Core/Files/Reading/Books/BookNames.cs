namespace Disclosure.Core.Files.Reading;

/// <summary>Defined names and connections of a workbook.</summary>
internal sealed class BookNames(BookShelf shelf, List<BookName> names)
{
    private const int MostNamed = 5;

    private static readonly string[] Addresses =
    [
        "description",
        "connection",
        "command",
        "serverCommand",
        "url",
        "sourceFile",
        "odcFile",
        "singleSignOnId",
        "post",
    ];

    /// <summary>Hands the names over; of those that are hidden or refer outside, tells how many there are.</summary>
    public void HandOver()
    {
        var place = new Place { Part = "定义名称" };
        foreach (var name in names.Where(n => !n.IsOwn))
        {
            shelf.Into.Passage(
                place,
                PassageKind.Formula,
                $"{name.Name} = {name.RefersTo} {name.Comment}",
                name.IsHidden ? "隐藏名称" : null,
                name.Name
            );
        }
        var odd = names.Where(n => !n.IsOwn && (n.IsHidden || FormulaText.RefersOutside(n.RefersTo))).ToList();
        if (odd.Count > 0)
        {
            shelf.Into.Observe(
                ObservationKind.DefinedName,
                place,
                string.Join('、', odd.Take(MostNamed).Select(n => n.Name)) + (odd.Count > MostNamed ? "…" : ""),
                odd.Count
            );
        }
        if (names.Count(n => FormulaText.IsDde(n.RefersTo)) is > 0 and var dde)
        {
            shelf.Into.Observe(ObservationKind.Dde, place, "名称调用其他程序", dde);
        }
    }

    /// <summary>Reads the list of connections.</summary>
    public static void Connections(BookShelf shelf, string part)
    {
        var (place, found) = (new Place { Part = "数据连接", Key = part }, new List<string>());
        using var reader = shelf.Package.Read(part) ?? throw new InvalidDataException();
        while (!shelf.Into.Full && reader.Next())
        {
            if (!reader.IsStart)
            {
                continue;
            }
            if (reader.Name == "connection")
            {
                found.Add(reader.Attribute("name") ?? "");
                shelf.Into.Passage(place, PassageKind.Behind, found[^1], "数据连接");
            }
            foreach (var address in Addresses)
            {
                shelf.Into.Passage(place, PassageKind.Behind, reader.Attribute(address), "数据连接");
            }
        }
        if (found.Count > 0)
        {
            shelf.Into.Observe(
                ObservationKind.Connection,
                place,
                string.Join('、', found.Take(MostNamed)) + (found.Count > MostNamed ? "…" : ""),
                found.Count
            );
        }
    }
}
