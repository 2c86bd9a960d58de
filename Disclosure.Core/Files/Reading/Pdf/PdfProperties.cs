using System.Xml;
using UglyToad.PdfPig.Tokens;

namespace Disclosure.Core.Files.Reading;

/// <summary>What a PDF says of itself, in its list of properties and in its XMP packet.</summary>
internal sealed class PdfProperties(PdfTokens tokens, BoundedSink sink)
{
    private const int MostPacket = 4 << 20;
    private const int MostValues = 500;

    private static readonly Place Place = new() { Part = "文件属性" };

    private static readonly Dictionary<string, string> Labels = new()
    {
        ["Title"] = "标题",
        ["title"] = "标题",
        ["Subject"] = "主题",
        ["description"] = "主题",
        ["Author"] = "作者",
        ["creator"] = "作者",
        ["Keywords"] = "关键词",
        ["subject"] = "关键词",
        ["Creator"] = "程序",
        ["CreatorTool"] = "程序",
        ["Producer"] = "制作程序",
        ["Company"] = "单位",
        ["Manager"] = "主管",
        ["AuthorsPosition"] = "作者职务",
        ["CaptionWriter"] = "作者",
        ["filePath"] = "来源文件",
        ["softwareAgent"] = "程序",
        ["rights"] = "版权",
        ["contributor"] = "作者",
    };

    private readonly HashSet<string> said = [];

    /// <summary>Reads both.</summary>
    public void Read(DictionaryToken? information)
    {
        foreach (var (name, token) in information?.Data ?? new Dictionary<string, IToken>())
        {
            if (name is not ("CreationDate" or "ModDate" or "Trapped" or "SourceModified") && tokens.Text(token) is { } text)
            {
                Hand(Labels.GetValueOrDefault(name, name), text);
            }
        }
        if (tokens.Entry(tokens.Catalog, "Metadata") is StreamToken packet)
        {
            Packet(tokens.Bytes(packet));
        }
    }

    /// <summary>True for what names a folder of a machine.</summary>
    public static bool IsPath(string text) =>
        text.Contains(":\\", StringComparison.Ordinal)
        || text.StartsWith("\\\\", StringComparison.Ordinal)
        || text.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("/Users/", StringComparison.Ordinal)
        || text.StartsWith("/home/", StringComparison.Ordinal);

    private void Hand(string label, string text)
    {
        if (!said.Add(text))
        {
            return;
        }
        sink.Passage(new Passage(Place, PassageKind.Property, text) { Label = label });
        if (label is "作者" or "主管")
        {
            sink.Observe(new Observation(ObservationKind.Author, Place, $"{label}：{text}"));
        }
        else if (label is "单位" or "来源文件" || IsPath(text))
        {
            sink.Observe(new Observation(ObservationKind.Origin, Place, $"{label}：{text}"));
        }
    }

    // A packet that does not hold together is one that no program shows either; what was read of it counts.
    private void Packet(ReadOnlyMemory<byte> packet)
    {
        if (packet.Length > MostPacket)
        {
            throw new InvalidDataException("The packet of properties is too large.");
        }
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var reader = XmlReader.Create(new MemoryStream(packet.ToArray(), false), settings);
        try
        {
            Values(reader);
        }
        catch (XmlException) { }
    }

    private void Values(XmlReader reader)
    {
        var names = new Stack<string>();
        while (reader.Read() && said.Count < MostValues)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                var isEmpty = reader.IsEmptyElement;
                names.Push(reader.LocalName);
                while (reader.MoveToNextAttribute())
                {
                    Value([reader.LocalName], reader.Value);
                }
                _ = isEmpty ? names.Pop() : null;
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                names.TryPop(out _);
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                Value(names, reader.Value);
            }
        }
    }

    private void Value(IEnumerable<string> names, string value)
    {
        var label = names
            .Where(n => n is not ("Alt" or "Bag" or "Seq" or "li"))
            .Take(1)
            .Select(n => Labels.GetValueOrDefault(n))
            .FirstOrDefault();
        if (value.Trim() is { Length: > 1 } text && (label is not null || IsPath(text)))
        {
            Hand(label ?? "来源文件", text.ReplaceLineEndings(" "));
        }
    }
}
