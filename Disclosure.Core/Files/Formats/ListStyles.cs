namespace Disclosure.Core.Files.Formats;

/// <summary>How the cells of a list's workbook look; the numbers are places in <see cref="Xml"/>.</summary>
internal static class ListStyles
{
    /// <summary>Title over the list.</summary>
    public const int Title = 1;

    /// <summary>Lines below the title and below the rows.</summary>
    public const int Line = 2;

    /// <summary>Head of a column.</summary>
    public const int Head = 3;

    /// <summary>A cell of words; the cells of numbers, days and moments follow in the order of their kinds.</summary>
    public const int Text = 4;

    /// <summary>The part of the workbook.</summary>
    public const string Xml = $"""
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
        <numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/>
        <numFmt numFmtId="165" formatCode="yyyy\-mm\-dd\ hh:mm"/></numFmts>
        <fonts count="4">{Song}<sz val="10.5"/>{Name}</font>{Song}<b/><sz val="16"/>{Name}</font>
        {Song}<sz val="9.5"/>{Name}</font>{Song}<b/><sz val="10.5"/>{Name}</font></fonts>
        <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
        <fill><patternFill patternType="solid"><fgColor rgb="FFEDEFF3"/></patternFill></fill></fills>
        <borders count="2"><border><left/><right/><top/><bottom/></border>
        <border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders>
        <cellStyleXfs count="1"><xf/></cellStyleXfs>
        <cellXfs count="8"><xf/>
        <xf fontId="1" applyFont="1" applyAlignment="1"><alignment horizontal="center" vertical="center" shrinkToFit="1"/></xf>
        <xf fontId="2" applyFont="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>
        <xf fontId="3" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">
        <alignment horizontal="center" vertical="center" wrapText="1"/></xf>
        <xf numFmtId="49" borderId="1" applyNumberFormat="1" applyBorder="1" applyAlignment="1">
        <alignment vertical="center" wrapText="1"/></xf>
        <xf borderId="1" applyBorder="1" applyAlignment="1"><alignment horizontal="right" vertical="center"/></xf>
        <xf numFmtId="164" borderId="1" applyNumberFormat="1" applyBorder="1" applyAlignment="1">
        <alignment horizontal="center" vertical="center" wrapText="1"/></xf>
        <xf numFmtId="165" borderId="1" applyNumberFormat="1" applyBorder="1" applyAlignment="1">
        <alignment horizontal="center" vertical="center" wrapText="1"/></xf>
        </cellXfs>
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
        </styleSheet>
        """;

    private const string Song = "<font>";
    private const string Name = """<name val="宋体"/><charset val="134"/>""";
}
