using Disclosure.Core.Common;
using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Files.Formats;

/// <summary>
/// A type of file: what its extension claims, whether it may come in and how it is looked into before, and what of it is read.
/// </summary>
/// <param name="Extension">Lower case, without the point.</param>
public sealed record FileType(string Extension)
{
    /// <summary>What the store calls it; jpeg and jpg are one kind.</summary>
    public string Kind { get; init; } = Extension;

    /// <summary>Media type; empty where none is said to a browser.</summary>
    public string MediaType { get; init; } = "";

    /// <summary>True when such a file may be uploaded.</summary>
    public bool ComesIn => Refusal is not null;

    /// <summary>True when the examiner reads all of it; what is not, bears <see cref="FileCheck.OldFormatNote"/>.</summary>
    public bool WhollyChecked { get; init; } = true;

    /// <summary>What its text is read as for search, packages and comparison; null when its text is not read.</summary>
    public TextKind? Text { get; init; }

    /// <summary>
    /// What it is called and what to do, where it is not read and its program has a better format; null for the usual words of its kind.
    /// </summary>
    public (string What, string Advice)? Advice { get; init; }

    /// <summary>What its reader expects.</summary>
    internal FileKind Claims { get; init; }

    /// <summary>
    /// Looks into the bytes before any parser does; null answers that they are sound. Null itself for a type that does not come in.
    /// </summary>
    internal Func<Stream, CancellationToken, Task<Problem?>>? Refusal { get; init; }
}

/// <summary>
/// The one list of file types. What may come in, its checks, what is read, what a page offers to choose from and what a sentence names is
/// derived from it.
/// </summary>
public static class FileTypes
{
    private static readonly (string, string) WpsText = ("WPS 文字文件", "请在 WPS 中另存为 docx 后重新上传");
    private static readonly (string, string) WpsTable = ("WPS 表格文件", "请在 WPS 中另存为 xlsx 后重新上传");

    /// <summary>All types, those that come in first.</summary>
    public static IReadOnlyList<FileType> All { get; } =
    [
        new("docx")
        {
            MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Claims = FileKind.Document,
            Text = TextKind.Document,
            Refusal = Package("docx"),
        },
        new("xlsx")
        {
            MediaType = Workbook.MediaType,
            Claims = FileKind.Workbook,
            Text = TextKind.Workbook,
            Refusal = Package("xlsx"),
        },
        new("pdf")
        {
            MediaType = "application/pdf",
            Claims = FileKind.Pdf,
            Text = TextKind.Pdf,
            Refusal = Begins("pdf", "%PDF-"u8),
        },
        new("txt")
        {
            MediaType = "text/plain",
            Claims = FileKind.Plain,
            Text = TextKind.Plain,
            Refusal = PlainText.RefusalAsync,
        },
        new("csv")
        {
            MediaType = "text/csv",
            Claims = FileKind.Table,
            Text = TextKind.Table,
            Refusal = PlainText.RefusalAsync,
        },
        new("png")
        {
            MediaType = "image/png",
            Claims = FileKind.Picture,
            Refusal = Begins(
                "png",
                [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R']
            ),
        },
        new("jpg")
        {
            MediaType = "image/jpeg",
            Claims = FileKind.Picture,
            Refusal = Begins("jpg", [0xFF, 0xD8, 0xFF]),
        },
        new("jpeg")
        {
            Kind = "jpg",
            MediaType = "image/jpeg",
            Claims = FileKind.Picture,
            Refusal = Begins("jpeg", [0xFF, 0xD8, 0xFF]),
        },
        new("doc")
        {
            MediaType = "application/msword",
            Claims = FileKind.OldDocument,
            WhollyChecked = false,
            Refusal = Old("doc"),
        },
        new("xls")
        {
            MediaType = "application/vnd.ms-excel",
            Claims = FileKind.OldWorkbook,
            WhollyChecked = false,
            Text = TextKind.Workbook,
            Refusal = Old("xls"),
        },
        new("wps")
        {
            MediaType = "application/vnd.ms-works",
            Claims = FileKind.OldDocument,
            WhollyChecked = false,
            Advice = WpsText,
            Refusal = Old("wps"),
        },
        new("et")
        {
            MediaType = "application/octet-stream",
            Claims = FileKind.OldWorkbook,
            WhollyChecked = false,
            Advice = WpsTable,
            Refusal = Old("et"),
        },
        // Met inside other files only: attached to a document, packed in an object, linked.
        new("xlsm") { Claims = FileKind.Workbook, Text = TextKind.Workbook },
        new("wpt") { Claims = FileKind.OldDocument, Advice = WpsText },
        new("ett") { Claims = FileKind.OldWorkbook, Advice = WpsTable },
        .. Inside(FileKind.Document, "docm dotx dotm"),
        .. Inside(FileKind.Workbook, "xltx xltm xlam"),
        .. Inside(FileKind.Table, "tsv"),
        .. Inside(FileKind.OldWorkbook, "xlt"),
        .. Inside(FileKind.BinaryWorkbook, "xlsb"),
        .. Inside(FileKind.OldDocument, "dot"),
        .. Inside(FileKind.Presentation, "ppt pptx pptm pps ppsx pot potx dps"),
        .. Inside(FileKind.OpenDocument, "odt ods odp"),
        .. Inside(FileKind.Ofd, "ofd"),
        .. Inside(FileKind.Zip, "zip"),
        .. Inside(FileKind.Rtf, "rtf"),
        .. Inside(FileKind.Archive, "7z rar gz tgz tar bz2 xz"),
        .. Inside(FileKind.Picture, "jpe tif tiff gif bmp webp heic emf wmf"),
    ];

    private static readonly Dictionary<string, FileType> ByExtension = All.ToDictionary(t => t.Extension);

    /// <summary>Those that may be uploaded.</summary>
    public static IReadOnlyList<FileType> Incoming { get; } = [.. All.Where(t => t.ComesIn)];

    /// <summary>Those of them whose text is read, in the order of what they are read as.</summary>
    public static IReadOnlyList<FileType> Read { get; } = [.. Incoming.Where(t => t.Text is not null).OrderBy(t => t.Text)];

    /// <summary>The type a name claims by its extension, in whatever case; null for one that is not listed.</summary>
    public static FileType? Of(string name) => ByExtension.GetValueOrDefault(Path.GetExtension(name).TrimStart('.').ToLowerInvariant());

    /// <summary>What to do with a photograph in a format of telephones, by its extension; null for every other type.</summary>
    internal static string? PhoneAdvice(string extension) =>
        extension is "heic" or "heif" or "webp" or "avif"
            ? $"不接受手机照片格式 {extension.ToUpperInvariant()}，请在手机或电脑上另存为 jpg 或 png 后上传。"
            : null;

    /// <summary>
    /// The name with the extension of what the content is; a picture is often called by another picture's. Other names stay.
    /// </summary>
    /// <param name="kind">As the store calls it.</param>
    public static string Named(string name, string kind) =>
        Of(name) is { Claims: FileKind.Picture } type && type.Kind != kind ? Path.ChangeExtension(name, kind) : name;

    /// <summary>Those of the kinds, as the store calls them.</summary>
    public static IReadOnlyList<FileType> OfKinds(params IReadOnlyList<string> kinds) => [.. Incoming.Where(t => kinds.Contains(t.Kind))];

    /// <summary>What a page offers to choose from: .pdf,.png.</summary>
    public static string Accept(IEnumerable<FileType> types) => string.Join(',', types.Select(t => $".{t.Extension}"));

    /// <summary>Their kinds in a sentence: docx、xlsx.</summary>
    public static string Words(IEnumerable<FileType> types) => string.Join('、', types.Select(t => t.Kind).Distinct());

    private static IEnumerable<FileType> Inside(FileKind kind, string extensions) =>
        extensions.Split(' ').Select(e => new FileType(e) { Claims = kind });

    private static Func<Stream, CancellationToken, Task<Problem?>> Package(string kind) =>
        (content, ct) => OfficePackage.RefusalAsync(kind, content, ct);

    private static Func<Stream, CancellationToken, Task<Problem?>> Old(string kind) =>
        (content, ct) => OldDocument.RefusalAsync(kind, content, ct);

    private static Func<Stream, CancellationToken, Task<Problem?>> Begins(string kind, ReadOnlySpan<byte> magic)
    {
        var first = magic.ToArray();
        return async (content, ct) => await FileCheck.BeginsWithAsync(content, first, ct) ? null : new ContentIsNotOfKind(kind);
    }
}
