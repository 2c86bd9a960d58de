using Disclosure.Core.Files.Formats;

namespace Disclosure.Core.Files.Reading;

/// <summary>What the bytes of a file are.</summary>
internal enum FileKind
{
    /// <summary>Nothing that is known.</summary>
    Unknown,

    /// <summary>docx and its kin.</summary>
    Document,

    /// <summary>xlsx and its kin.</summary>
    Workbook,

    /// <summary>csv.</summary>
    Table,

    /// <summary>Text of any kind.</summary>
    Plain,

    /// <summary>pdf.</summary>
    Pdf,

    /// <summary>xls.</summary>
    OldWorkbook,

    /// <summary>xlsb.</summary>
    BinaryWorkbook,

    /// <summary>doc.</summary>
    OldDocument,

    /// <summary>Any other container of the old kind.</summary>
    Ole,

    /// <summary>A container of the old kind with a locked package inside.</summary>
    Locked,

    /// <summary>ppt, pptx.</summary>
    Presentation,

    /// <summary>odt, ods, odp.</summary>
    OpenDocument,

    /// <summary>ofd.</summary>
    Ofd,

    /// <summary>A package of any other kind.</summary>
    Zip,

    /// <summary>rtf.</summary>
    Rtf,

    /// <summary>7z, rar, gz.</summary>
    Archive,

    /// <summary>A picture.</summary>
    Picture,
}

/// <summary>Names of kinds, and what extensions claim; the extensions stand in <see cref="FileTypes"/>.</summary>
internal static class FileKinds
{
    /// <summary>What an extension, upper case with its point, claims.</summary>
    public static FileKind Claimed(string extension) => FileTypes.Of(extension)?.Claims ?? FileKind.Unknown;

    /// <summary>Chinese name; empty for what is unknown.</summary>
    public static string Name(this FileKind kind) =>
        kind switch
        {
            FileKind.Document => "Word 文档（docx）",
            FileKind.Workbook => "Excel 工作簿（xlsx）",
            FileKind.Table => "文本表格（csv）",
            FileKind.Plain => "纯文本",
            FileKind.Pdf => "PDF 文件",
            FileKind.OldWorkbook => "旧版 Excel 工作簿（xls）",
            FileKind.BinaryWorkbook => "二进制 Excel 工作簿（xlsb）",
            FileKind.OldDocument => "旧版 Word 文档（doc）",
            FileKind.Ole or FileKind.Locked => "旧版或加密的办公文件",
            FileKind.Presentation => "演示文稿",
            FileKind.OpenDocument => "OpenDocument 文件",
            FileKind.Ofd => "OFD 版式文件",
            FileKind.Zip or FileKind.Archive => "压缩包",
            FileKind.Rtf => "RTF 文档",
            FileKind.Picture => "图片",
            FileKind.Unknown => "",
        };
}
