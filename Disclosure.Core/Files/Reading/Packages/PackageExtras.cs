namespace Disclosure.Core.Files.Reading;

/// <summary>What lies in an office package beside its text, whichever program wrote it.</summary>
/// <param name="Coverage">Pictures, charts and other parts, as far as there are any.</param>
/// <param name="Embedded">Files inside.</param>
internal sealed record PackageExtras(IReadOnlyList<CoveragePart> Coverage, IReadOnlyList<EmbeddedFile> Embedded)
{
    /// <summary>Why a part was not read to its end.</summary>
    public const string Damaged = "已损坏，未读完";

    private const long MostOle = 100L << 20;

    private static readonly string[] Pictures =
    [
        ".PNG",
        ".JPG",
        ".JPEG",
        ".JPE",
        ".JFIF",
        ".GIF",
        ".BMP",
        ".TIF",
        ".TIFF",
        ".EMF",
        ".WMF",
        ".EMZ",
        ".WMZ",
        ".SVG",
        ".WEBP",
        ".WDP",
        ".HEIC",
        ".PCX",
        ".PICT",
    ];
    private static readonly string[] OfThePackage = [".XML", ".RELS", ".VML", ".BIN", ".ODTTF", ".FNTDATA", ".TTF"];

    /// <summary>Hands on properties, chart caches, diagrams, custom XML, macros and facts of pictures.</summary>
    public static PackageExtras Read(Package package, IContentSink sink, ReadingLimits limits, CancellationToken ct)
    {
        var into = sink as BoundedSink ?? new BoundedSink(sink, limits.Characters);
        var tally = new Tally();
        tally.Quietly("组文件属性", () => PackageProperties.Read(package, into));
        var embedded = new List<EmbeddedFile>();
        var numbers = new Dictionary<string, int>();
        Place Numbered(string part, string key) =>
            new() { Part = $"{part} {numbers[part] = numbers.GetValueOrDefault(part) + 1}", Key = key };
        foreach (var name in package.Names.Order(StringComparer.Ordinal))
        {
            ct.ThrowIfCancellationRequested();
            switch (Of(name))
            {
                case Extra.Chart:
                    tally.Try("个图表", () => Chart(package, name, Numbered("图表", name), into));
                    break;
                case Extra.Diagram:
                    tally.Try("个图示", () => Diagram(package, name, Numbered("图示", name), into));
                    break;
                case Extra.CustomXml:
                    tally.Quietly("个自定义数据", () => Texts(package, name, Numbered("自定义数据", name), into));
                    break;
                case Extra.Macro:
                    into.Observe(
                        new Observation(ObservationKind.Macro, new Place { Part = "宏", Key = name }, "含有宏（VBA 代码），代码未检查")
                    );
                    tally.Miss("份宏代码");
                    break;
                case Extra.Picture:
                    tally.Miss("张图片");
                    Facts(package, name, Numbered("图片", name), into);
                    break;
                case Extra.Media:
                    tally.Miss("个音视频");
                    break;
                case Extra.Embedded:
                    embedded.Add(Inner(package, name, into));
                    break;
            }
        }
        return new PackageExtras(tally.Parts, embedded);
    }

    private static Extra Of(string name)
    {
        var (upper, extension) = (name.ToUpperInvariant(), Path.GetExtension(name).ToUpperInvariant());
        bool In(string folder) => upper.Contains($"/{folder}/", StringComparison.Ordinal);
        return upper switch
        {
            _ when name.EndsWith('/') || extension == ".RELS" || upper is "[CONTENT_TYPES].XML" or "MIMETYPE" => Extra.None,
            _ when upper.EndsWith("VBAPROJECT.BIN", StringComparison.Ordinal) => Extra.Macro,
            _ when In("EMBEDDINGS") => Extra.Embedded,
            _ when Pictures.Contains(extension) => Extra.Picture,
            _ when In("MEDIA") => Extra.Media,
            _ when In("CHARTS")
                    && extension == ".XML"
                    && upper[(upper.LastIndexOf('/') + 1)..].StartsWith("CHART", StringComparison.Ordinal) => Extra.Chart,
            _ when In("DIAGRAMS")
                    && extension == ".XML"
                    && upper[(upper.LastIndexOf('/') + 1)..].StartsWith("DATA", StringComparison.Ordinal) => Extra.Diagram,
            _ when upper.StartsWith("CUSTOMXML/", StringComparison.Ordinal) && !upper.Contains("PROPS", StringComparison.Ordinal) =>
                Extra.CustomXml,
            // A file that no office program would put there, and chunks in other formats.
            _ when !OfThePackage.Contains(extension) => Extra.Embedded,
            _ => Extra.None,
        };
    }

    private static void Facts(Package package, string name, Place place, BoundedSink into)
    {
        try
        {
            PictureFacts.Of(package.First(name, PictureFacts.Look)).Observe(place, into);
        }
        catch (InvalidDataException)
        {
            // The picture counts as not examined anyway.
        }
    }

    private static void Chart(Package package, string name, Place place, BoundedSink into)
    {
        using (var reader = package.Read(name)!)
        {
            new ChartCache(reader, place, into).Run();
        }
        foreach (var outside in package.Outside(name).Values)
        {
            into.Passage(new Passage(place, PassageKind.Behind, outside.Part));
        }
    }

    /// <summary>Paragraphs of a diagram, which are seen on opening the file.</summary>
    private static void Diagram(Package package, string name, Place place, BoundedSink into)
    {
        using var reader = package.Read(name)!;
        for (var line = 0; reader.Next();)
        {
            if (reader is { IsStart: true, Name: "p", IsEmpty: false } && reader.ElementText(into.Left + 1) is { Length: > 0 } text)
            {
                into.Passage(new Passage(place with { Line = ++line }, PassageKind.Body, text.Trim()));
            }
        }
    }

    private static void Texts(Package package, string name, Place place, BoundedSink into)
    {
        using var reader = package.Read(name);
        var line = 0;
        while (reader?.Next() is true)
        {
            if (reader.IsText && reader.Text(into.Left + 1).Trim() is { Length: > 0 } text)
            {
                into.Passage(new Passage(place with { Line = ++line }, PassageKind.Behind, text));
            }
        }
    }

    private static EmbeddedFile Inner(Package package, string part, BoundedSink into)
    {
        var name = part[(part.LastIndexOf('/') + 1)..];
        Func<Stream> open = () => package.Bytes(part);
        if (name.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) && package.Size(part) <= MostOle)
        {
            // An object that does not hold together stays what it is; its reader will say so.
            try
            {
                name = OleObject.Unpack(name, package.Bytes(part).ToArray()).Name;
                open = () => new MemoryStream(OleObject.Unpack(name, package.Bytes(part).ToArray()).Bytes, writable: false);
            }
            catch (Exception e) when (Tally.IsDamage(e)) { }
        }
        var place = new Place { Part = $"嵌入文件“{name}”", Key = part };
        into.Observe(new Observation(ObservationKind.EmbeddedFile, place, name));
        return new EmbeddedFile(name, place, open);
    }

    private enum Extra
    {
        None,
        Chart,
        Diagram,
        CustomXml,
        Macro,
        Picture,
        Media,
        Embedded,
    }
}
