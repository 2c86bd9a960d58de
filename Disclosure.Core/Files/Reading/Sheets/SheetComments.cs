using System.Text;

namespace Disclosure.Core.Files.Reading;

/// <summary>Comments of a sheet, of both kinds; the copy that a conversation leaves for old programs is told once.</summary>
internal sealed class SheetComments(BookShelf shelf, BookSheetEntry sheet, BookOutline book)
{
    private readonly List<(string Cell, string Author, string Text)> old = [];
    private readonly List<(string Cell, string Author, string Text)> threaded = [];
    private Dictionary<string, string>? persons;
    private int left = shelf.Into.Left;

    /// <summary>Reads xl/comments*.xml.</summary>
    public void Old(string part)
    {
        var (authors, author, cell, buffer) = (new List<string>(), "", "", new StringBuilder());
        using var reader = shelf.Package.Read(part) ?? throw new InvalidDataException();
        while (reader.Next())
        {
            switch (reader.IsStart ? reader.Name : "")
            {
                case "author":
                    authors.Add(reader.ElementText(1_000));
                    break;
                case "comment":
                    cell = reader.Attribute("ref") ?? "";
                    author = int.TryParse(reader.Attribute("authorId"), out var at) && at >= 0 && at < authors.Count ? authors[at] : "";
                    break;
                case "text":
                    Keep(old, cell, author, RichText.Read(reader, shelf.Limits.Characters, buffer).Text);
                    break;
            }
        }
    }

    /// <summary>Reads xl/threadedComments/*.xml.</summary>
    public void Threaded(string part)
    {
        persons ??= Persons();
        var (cell, author) = ("", "");
        using var reader = shelf.Package.Read(part) ?? throw new InvalidDataException();
        while (reader.Next())
        {
            switch (reader.IsStart ? reader.Name : "")
            {
                case "threadedComment":
                    (cell, author) = (reader.Attribute("ref") ?? "", persons.GetValueOrDefault(reader.Attribute("personId") ?? "", ""));
                    break;
                case "text":
                    Keep(threaded, cell, author, reader.ElementText(shelf.Limits.Characters));
                    break;
            }
        }
    }

    /// <summary>Hands them over.</summary>
    public void HandOver()
    {
        old.RemoveAll(o =>
            o.Author.StartsWith("tc=", StringComparison.Ordinal)
            && threaded.Where(t => t.Cell == o.Cell).ToList() is { Count: > 0 } talk
            && talk.TrueForAll(t => o.Text.Contains(t.Text, StringComparison.Ordinal))
        );
        foreach (var (cell, author, text) in old.Concat(threaded))
        {
            var said = author.Length == 0 || text.StartsWith(author, StringComparison.Ordinal) ? text : $"{author}：{text}";
            shelf.Into.Passage(
                sheet.Place with
                {
                    Cell = cell.Length > 0 ? cell : null,
                },
                PassageKind.Comment,
                said,
                sheet.HiddenBy,
                author
            );
        }
        if (old.Count + threaded.Count is > 0 and var count)
        {
            var authors = old.Concat(threaded).Select(c => c.Author).Where(a => a.Length > 0).Distinct().Take(5);
            shelf.Into.Observe(ObservationKind.Comments, sheet.Place, string.Join('、', authors), count);
        }
    }

    private void Keep(List<(string, string, string)> into, string cell, string author, string text)
    {
        if ((left -= author.Length + text.Length + 16) > 0)
        {
            into.Add((cell, author, text));
        }
    }

    private Dictionary<string, string> Persons()
    {
        var found = new Dictionary<string, string>();
        foreach (var part in book.Parts("person"))
        {
            using var reader = shelf.Package.Read(part);
            while (reader?.Next() is true)
            {
                if (reader is { IsStart: true, Name: "person" } && reader.Attribute("id") is { } id)
                {
                    found[id] = reader.Attribute("displayName") ?? "";
                }
            }
        }
        return found;
    }
}
