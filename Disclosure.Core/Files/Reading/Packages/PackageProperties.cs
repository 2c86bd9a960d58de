using System.Globalization;

namespace Disclosure.Core.Files.Reading;

/// <summary>Properties of an office file: who wrote it, what it says of itself, and which machines it came through.</summary>
internal static class PackageProperties
{
    private const string Part = "文件属性";

    private static readonly Dictionary<string, string> Labels = new()
    {
        ["title"] = "标题",
        ["subject"] = "主题",
        ["creator"] = "作者",
        ["keywords"] = "关键词",
        ["description"] = "备注",
        ["lastModifiedBy"] = "最后修改者",
        ["category"] = "类别",
        ["contentStatus"] = "状态",
        ["Company"] = "单位",
        ["Manager"] = "主管",
        ["Template"] = "模板",
        ["Application"] = "程序",
        ["HyperlinkBase"] = "链接基础",
    };

    /// <summary>Hands on the properties of a package.</summary>
    public static void Read(Package package, IContentSink sink)
    {
        foreach (
            var part in package
                .Names.Where(n =>
                    n.StartsWith("docProps/", StringComparison.OrdinalIgnoreCase) && n.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
                )
                .Union(
                    package
                        .Relations("")
                        .Values.Where(r => r.Type is "core-properties" or "extended-properties" or "custom-properties")
                        .Select(r => r.Part),
                    StringComparer.OrdinalIgnoreCase
                )
                .Where(package.Has)
                .ToList()
        )
        {
            One(package, part, sink);
        }
    }

    private static void One(Package package, string part, IContentSink sink)
    {
        var place = new Place { Part = Part, Key = part };
        using var reader = package.Read(part)!;
        while (reader.Next())
        {
            if (!reader.IsStart)
            {
                continue;
            }
            if (reader.Name == "property")
            {
                Hand(sink, place, reader.Attribute("name") ?? "", reader.ElementText(int.MaxValue).Trim());
            }
            else if (Labels.TryGetValue(reader.Name, out var label))
            {
                Hand(sink, place, label, reader.ElementText(int.MaxValue).Trim());
            }
        }
    }

    private static void Hand(IContentSink sink, Place place, string label, string text)
    {
        // What programs count for themselves says nothing.
        if (text.Length == 0 || (text.Length < 6 && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)))
        {
            return;
        }
        sink.Passage(new Passage(place, PassageKind.Property, text) { Label = label });
        if (label is "作者" or "最后修改者" or "主管")
        {
            sink.Observe(new Observation(ObservationKind.Author, place, $"{label}：{text}"));
        }
        else if (
            label is "单位" or "链接基础"
            || (label == "模板" && text.AsSpan().ContainsAny('\\', '/'))
            || (label == "程序" && text.Contains('\\', StringComparison.Ordinal))
        )
        {
            sink.Observe(new Observation(ObservationKind.Origin, place, $"{label}：{text}"));
        }
    }
}
