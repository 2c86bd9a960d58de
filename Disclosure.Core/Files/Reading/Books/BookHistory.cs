namespace Disclosure.Core.Files.Reading;

/// <summary>What a shared workbook keeps of its changes: what stood in a cell before.</summary>
internal static class BookHistory
{
    /// <summary>Reads the log that the headers refer to.</summary>
    public static void Read(BookShelf shelf, string headers)
    {
        var (place, count) = (new Place { Part = "修订记录", Key = headers }, 0);
        Users(shelf, headers, place);
        foreach (var log in shelf.Package.Relations(headers).Values.Where(r => r.Type == "revisionLog"))
        {
            using var reader = shelf.Package.Read(log.Part) ?? throw new InvalidDataException();
            var address = "";
            while (!shelf.Into.Full && reader.Next())
            {
                switch (reader.IsStart ? reader.Name : "")
                {
                    case "rcc":
                        count++;
                        break;
                    case "oc" or "nc":
                        address = reader.Attribute("r") ?? "";
                        break;
                    case "t" or "v" or "f" when address.Length > 0:
                        shelf.Into.Passage(
                            place with
                            {
                                Cell = address,
                                Key = log.Part,
                            },
                            PassageKind.Deleted,
                            reader.ElementText(shelf.Limits.Characters),
                            "修订记录"
                        );
                        break;
                }
            }
        }
        if (count > 0)
        {
            shelf.Into.Observe(ObservationKind.TrackedChanges, place, "共享工作簿的修订记录", count);
        }
    }

    private static void Users(BookShelf shelf, string headers, Place place)
    {
        var users = new HashSet<string>();
        using var reader = shelf.Package.Read(headers) ?? throw new InvalidDataException();
        while (reader.Next())
        {
            if (reader is { IsStart: true, Name: "header" } && reader.Attribute("userName") is { Length: > 0 } user && users.Add(user))
            {
                shelf.Into.Passage(place, PassageKind.Behind, user, "修订记录");
            }
        }
    }
}
