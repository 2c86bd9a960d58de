using System.Globalization;
using System.Text;

namespace Disclosure.Core.Examiner.Reading;

/// <summary>What lies in a docx or xlsx beside its text: properties, charts, pictures, embedded files, macros, addresses, data of other programs.</summary>
internal sealed class PackageExtras(Package package, IContentSink sink, ReadingLimits limits, CancellationToken ct)
{
    private const int LargestPicture = 30 << 20;
    private const int MostPassages = 5_000;

    private static readonly Dictionary<string, string> PropertyNames = new()
    {
        ["title"] = "标题", ["subject"] = "主题", ["creator"] = "作者", ["keywords"] = "关键词", ["description"] = "备注", ["lastModifiedBy"] = "最后修改者", ["category"] = "类别",
        ["contentStatus"] = "状态", ["Company"] = "单位", ["Manager"] = "主管", ["Template"] = "模板", ["HyperlinkBase"] = "链接基址",
    };

    private readonly List<CoveragePart> coverage = [];
    private readonly List<EmbeddedFile> embedded = [];
    private int passages;

    /// <summary>What was counted.</summary>
    public IReadOnlyList<CoveragePart> Coverage => coverage;

    /// <summary>Files inside.</summary>
    public IReadOnlyList<EmbeddedFile> Embedded => embedded;

    /// <summary>Reads all of it.</summary>
    public void Read()
    {
        var (pictures, names) = (0, package.Names.Order(StringComparer.OrdinalIgnoreCase).ToList());
        foreach (var name in names)
        {
            ct.ThrowIfCancellationRequested();
            switch (name.ToUpperInvariant())
            {
                case "DOCPROPS/CORE.XML" or "DOCPROPS/APP.XML" or "DOCPROPS/CUSTOM.XML":
                    Properties(name);
                    break;
                case var n when n.EndsWith("VBAPROJECT.BIN", StringComparison.Ordinal):
                    sink.Observe(new Observation(ObservationKind.Macro, At("宏", name), "VBA 宏"));
                    break;
                case var n when n.Contains("/CHARTS/", StringComparison.Ordinal) && Path.GetFileName(n).StartsWith("CHART", StringComparison.Ordinal) && n.EndsWith(".XML", StringComparison.Ordinal):
                    new ChartReader(package, sink, At("图表", name)).Read(name);
                    break;
                case var n when n.Contains("/EMBEDDINGS/", StringComparison.Ordinal) || n.Contains("/AFCHUNK", StringComparison.Ordinal):
                    Embed(name);
                    break;
                case var n when n.Contains("/MEDIA/", StringComparison.Ordinal):
                    pictures++;
                    Picture(name);
                    break;
                case var n when n.StartsWith("CUSTOMXML/ITEM", StringComparison.Ordinal) && !n.Contains("PROPS", StringComparison.Ordinal) && n.EndsWith(".XML", StringComparison.Ordinal):
                    Texts(name, "自定义数据");
                    break;
                case var n when n.EndsWith(".RELS", StringComparison.Ordinal) && n.Length > "_RELS/.RELS".Length:
                    Addresses(name);
                    break;
            }
        }
        if (pictures > 0)
        {
            coverage.Add(new CoveragePart("张图片", 0, pictures));
        }
    }

    /// <summary>Says every text of a part, element by element.</summary>
    public void Texts(string part, string place, PassageKind kind = PassageKind.Behind)
    {
        using var reader = package.Read(part);
        while (reader?.Next() is true && !sink.Full)
        {
            if (reader.IsText)
            {
                var text = new StringBuilder();
                reader.AppendText(text, limits.Characters);
                Say(At(place, part), kind, text.ToString());
            }
        }
    }

    private void Say(Place place, PassageKind kind, string text, string label = "")
    {
        if (text.Trim() is { Length: > 0 } words && passages++ < MostPassages)
        {
            sink.Passage(new Passage(place, kind, words) { Label = label });
        }
    }

    private static Place At(string part, string key) => new() { Part = part, Key = key };

    private void Properties(string part)
    {
        var name = "";
        using var reader = package.Read(part);
        while (reader?.Next() is true)
        {
            if (reader is { IsStart: true, Name: "property" })
            {
                name = reader.Attribute("name") ?? "";
            }
            else if (reader.IsStart && PropertyNames.TryGetValue(reader.Name, out var known))
            {
                Property(part, reader.Name, known, reader.ElementText(10_000));
            }
            else if (reader.IsText && name.Length > 0 && part.EndsWith("custom.xml", StringComparison.OrdinalIgnoreCase))
            {
                var text = new StringBuilder();
                reader.AppendText(text, 10_000);
                Property(part, name, name, text.ToString());
            }
        }
    }

    private void Property(string part, string name, string label, string value)
    {
        if (value.Trim() is not { Length: > 0 } text)
        {
            return;
        }
        var place = At("文件属性", part);
        Say(place, PassageKind.Property, text, label);
        if (name is "creator" or "lastModifiedBy" or "Manager")
        {
            sink.Observe(new Observation(ObservationKind.Author, place, $"{label}：{text}"));
        }
        else if (name is "Company" or "HyperlinkBase" || (name == "Template" && text.AsSpan().ContainsAny('\\', '/')))
        {
            sink.Observe(new Observation(ObservationKind.Origin, place, $"{label}：{text}"));
        }
    }

    private void Addresses(string rels)
    {
        var slash = rels.LastIndexOf("_rels/", StringComparison.OrdinalIgnoreCase);
        if (slash < 0)
        {
            return;
        }
        var part = rels[..slash] + rels[(slash + "_rels/".Length)..^".rels".Length];
        foreach (var target in package.Outside(part).Distinct())
        {
            var place = At("链接", part);
            Say(place, PassageKind.Behind, Uri.UnescapeDataString(target));
            if (target.StartsWith("file:", StringComparison.OrdinalIgnoreCase) || target.StartsWith(@"\\", StringComparison.Ordinal) || (target.Length > 2 && target[1] == ':'))
            {
                sink.Observe(new Observation(ObservationKind.Origin, place, $"链接到本机或网络路径：{Uri.UnescapeDataString(target)}"));
            }
        }
    }

    private void Picture(string part)
    {
        if (package.Bytes(part, LargestPicture) is { } bytes)
        {
            PictureFacts.Tell(bytes, At("图片", part), sink);
        }
    }

    private void Embed(string part)
    {
        var bytes = package.Bytes(part, (int)Math.Min(limits.UnpackedBytes, int.MaxValue));
        var name = Path.GetFileName(part);
        if (bytes is not null && OleObject.IsOne(bytes))
        {
            var inner = OleObject.Content(bytes);
            (name, bytes) = inner is { } found ? (found.Name.Length > 0 ? found.Name : name, found.Bytes) : (name, bytes);
        }
        name = FileKinds.Named(name, bytes);
        var place = At("嵌入文件", part);
        sink.Observe(new Observation(ObservationKind.EmbeddedFile, place, name));
        embedded.Add(new EmbeddedFile(name, place, () => bytes is null ? throw new ReadingLimitException() : new MemoryStream(bytes, false)));
    }
}
