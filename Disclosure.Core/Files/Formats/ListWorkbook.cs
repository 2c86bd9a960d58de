using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Disclosure.Core.Common;

namespace Disclosure.Core.Files.Formats;

/// <summary>
/// A list as a workbook that can be printed as it is: title, who made it and when, a head that stays and repeats, A4 one sheet wide, page
/// numbers. Days and moments are days and moments, and no cell is ever a formula.
/// </summary>
public static class ListWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const int LongestTab = 31;
    private const int LongestFoot = 40;

    /// <summary>Bytes of the file.</summary>
    public static byte[] File(Listing list)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", Types);
            Part(zip, "_rels/.rels", x => Links(x, ("officeDocument", "xl/workbook.xml")));
            Part(zip, "xl/_rels/workbook.xml.rels", x => Links(x, ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")));
            Part(zip, "xl/styles.xml", x => x.WriteRaw(ListStyles.Xml));
            var sheet = new ListSheet(list);
            Part(zip, "xl/worksheets/sheet1.xml", sheet.Write);
            Part(zip, "xl/workbook.xml", x => Book(x, list, sheet.HeadRow));
        }
        return file.ToArray();
    }

    /// <summary>The text without what XML cannot hold.</summary>
    internal static string Sound(string text)
    {
        if (text.All(c => XmlConvert.IsXmlChar(c)))
        {
            return text;
        }
        var sound = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            sound.Append(rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value) ? rune.ToString() : "");
        }
        return sound.ToString();
    }

    /// <summary>Foot of every sheet: title, page, day.</summary>
    internal static string Foot(Listing list)
    {
        var title = list.Title.Length > LongestFoot ? $"{list.Title[..LongestFoot]}…" : list.Title;
        // A figure right behind the size would be read as one of its digits.
        return $"&L&9 {Sound(title).Replace("&", "&&", StringComparison.Ordinal)}&C&9 第 &P 页 共 &N 页&R&9 {Listing.Shown(list.MadeOn)}";
    }

    private static void Part(ZipArchive zip, string name, Action<XmlWriter> write)
    {
        using var body = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        using var xml = XmlWriter.Create(body, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        write(xml);
    }

    private static void Types(XmlWriter x)
    {
        const string kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        x.WriteStartElement("Types", "http://schemas.openxmlformats.org/package/2006/content-types");
        Empty(x, "Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
        Empty(x, "Default", ("Extension", "xml"), ("ContentType", "application/xml"));
        foreach (var (part, type) in new[] { ("workbook", "sheet.main"), ("styles", "styles"), ("worksheets/sheet1", "worksheet") })
        {
            Empty(x, "Override", ("PartName", $"/xl/{part}.xml"), ("ContentType", $"{kind}{type}+xml"));
        }
        x.WriteEndElement();
    }

    private static void Links(XmlWriter x, params IReadOnlyList<(string Kind, string Target)> links)
    {
        x.WriteStartElement("Relationships", Package);
        foreach (var (i, (kind, target)) in links.Index())
        {
            Empty(x, "Relationship", ("Id", $"rId{i + 1}"), ("Type", $"{Relations}/{kind}"), ("Target", target));
        }
        x.WriteEndElement();
    }

    private static void Book(XmlWriter x, Listing list, int headRow)
    {
        var tab = Tab(list.Title);
        x.WriteStartElement("workbook", Main);
        x.WriteStartElement("sheets");
        x.WriteStartElement("sheet");
        x.WriteAttributeString("name", tab);
        x.WriteAttributeString("sheetId", "1");
        x.WriteAttributeString("r", "id", Relations, "rId1");
        x.WriteEndElement();
        x.WriteEndElement();
        x.WriteStartElement("definedNames");
        x.WriteStartElement("definedName");
        x.WriteAttributeString("name", "_xlnm.Print_Titles");
        x.WriteAttributeString("localSheetId", "0");
        x.WriteString(
            string.Create(CultureInfo.InvariantCulture, $"'{tab.Replace("'", "''", StringComparison.Ordinal)}'!${headRow}:${headRow}")
        );
        x.WriteEndElement();
        x.WriteEndElement();
        x.WriteEndElement();
    }

    private static void Empty(XmlWriter x, string name, params IReadOnlyList<(string Name, string Value)> attributes)
    {
        x.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
        {
            x.WriteAttributeString(attribute, value);
        }
        x.WriteEndElement();
    }

    // A tab may not be called like an address and not by more than 31 characters.
    private static string Tab(string title)
    {
        var name = string.Concat(title.Where(c => !@"[]:*?/\".Contains(c, StringComparison.Ordinal)));
        // A character of two halves may have been cut in the middle.
        return Sound(name.Length > LongestTab ? name[..LongestTab] : name).Trim('\'');
    }
}
