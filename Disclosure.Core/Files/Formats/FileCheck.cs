using System.Globalization;
using System.Text;
using Disclosure.Core.Common;
using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Files.Formats;

/// <summary>
/// Decides whether a file may come in: allow-list, first bytes, inner structure. It looks before any parser does and never holds the whole
/// file.
/// </summary>
public static class FileCheck
{
    /// <summary>Longest file name, in characters.</summary>
    public const int LongestName = 200;

    /// <summary>Note on formats the examiner cannot read completely.</summary>
    public const string OldFormatNote = "此格式不能完整检查，建议另存为 docx/xlsx 后上传。";

    // Windows treats these as devices whatever their extension.
    private static readonly string[] Reserved =
    [
        "CON",
        "PRN",
        "AUX",
        "NUL",
        .. Enumerable.Range(1, 9).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" }),
    ];

    /// <summary>What the store is handed to ask.</summary>
    public static IncomingCheck Incoming { get; } = new(Name, ContentAsync);

    /// <summary>Cuts path parts and outer spaces off a name and refuses what no file of ours may be called.</summary>
    public static Outcome<string> Name(string name)
    {
        if (!IsWellFormed(name))
        {
            return new FileNameNotUsable();
        }
        var clean = name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Trim().Normalize(NormalizationForm.FormC);
        if (clean.Length > LongestName)
        {
            return new FileNameTooLong();
        }
        var stem = clean.Split('.')[0].Trim();
        if (stem.Length == 0 || Reserved.Contains(stem, StringComparer.OrdinalIgnoreCase))
        {
            return new FileNameNotUsable();
        }
        return FileTypes.Of(clean) is { ComesIn: true } ? clean : new FileKindNotAllowed(Extension(clean));
    }

    /// <summary>Checks the bytes against the kind the name claims.</summary>
    /// <param name="name">Cleaned name.</param>
    /// <param name="content">Seekable; read from its beginning, left anywhere.</param>
    /// <param name="ct">Gives up between reads.</param>
    public static async Task<Outcome<CheckedFile>> ContentAsync(string name, Stream content, CancellationToken ct = default)
    {
        if (content.Length == 0)
        {
            return new FileIsEmpty();
        }
        if (FileTypes.Of(name) is not { Refusal: { } look } type)
        {
            return new FileKindNotAllowed(Extension(name));
        }
        if (await look(content, ct) is not { } refusal)
        {
            return new CheckedFile(type.Kind, type.WhollyChecked ? null : OldFormatNote);
        }
        // A photograph keeps the name that the telephone or a chat gave it, whatever it is; it is taken as what it is.
        return type.Claims == FileKind.Picture && await PictureAsync(content, ct) is { } kind ? new CheckedFile(kind, null) : refusal;
    }

    /// <summary>True when the stream begins with exactly these bytes.</summary>
    internal static async Task<bool> BeginsWithAsync(Stream content, byte[] magic, CancellationToken ct)
    {
        var first = new byte[magic.Length];
        content.Position = 0;
        return await content.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, ct) == magic.Length
            && first.AsSpan().SequenceEqual(magic);
    }

    private static async Task<string?> PictureAsync(Stream content, CancellationToken ct)
    {
        foreach (var other in FileTypes.Incoming.Where(t => t.Claims == FileKind.Picture))
        {
            if (await other.Refusal!(content, ct) is null)
            {
                return other.Kind;
            }
        }
        return null;
    }

    private static string Extension(string name) => Path.GetExtension(name).TrimStart('.').ToLowerInvariant();

    /// <summary>
    /// Control and format characters can hide the true extension (a right-to-left mark turns "exe" around); the rest cannot stand in a name
    /// on Windows.
    /// </summary>
    private static bool IsWellFormed(string name)
    {
        foreach (var rune in name.EnumerateRunes())
        {
            if (
                rune == Rune.ReplacementChar
                || Rune.GetUnicodeCategory(rune)
                    is UnicodeCategory.Control
                        or UnicodeCategory.Format
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator
            )
            {
                return false;
            }
        }
        // A colon may stand in the path part ("C:\…") only.
        return name[(name.LastIndexOfAny(['/', '\\']) + 1)..].IndexOfAny(['<', '>', ':', '"', '|', '?', '*']) < 0;
    }
}
