using Disclosure.Core.Common;

namespace Disclosure.Core.Forms;

/// <summary>The last valid signature of a step as it stands in its box; <see cref="Empty"/> leaves the line for the pen.</summary>
public sealed record SignatureBox
{
    /// <summary>Nothing entered yet.</summary>
    public static readonly SignatureBox Empty = new();

    /// <summary>Name of the person who signed; empty for the pen.</summary>
    public string Name
    {
        get;
        init => field = Ink.Line(value);
    } = "";

    /// <summary>Opinion as written.</summary>
    public string Opinion { get; init; } = "";

    /// <summary>Day of the signature in the bureau's time.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Name of the person acted for under a delegation (代); empty when signed in one's own right.</summary>
    public string ActingFor
    {
        get;
        init => field = Ink.Line(value);
    } = "";

    /// <summary>UTC moment of a signature given in the system (系统审签); null when signed on paper.</summary>
    public DateTime? SignedInSystem { get; init; }

    /// <summary>Number of the printing whose paper carries the signature by pen (手签); null otherwise.</summary>
    public int? SignedOnPrint { get; init; }

    /// <summary>The signer's own handwriting in place of the set name; null when none is kept.</summary>
    public HandwritingPicture? Handwriting { get; init; }

    /// <summary>
    /// 「沿用第1轮，校验码 3F2A …」 where the signature was given for an earlier version that is equal in everything reviewed; otherwise
    /// empty.
    /// </summary>
    public string Carried { get; init; } = "";

    /// <summary>The opinion as printed, with what is carried over said below it.</summary>
    public string Said() =>
        Carried.Length == 0 ? Opinion
        : Opinion.Length == 0 ? $"（{Carried}）"
        : $"{Opinion}\n（{Carried}）";

    /// <summary>
    /// What stands in small type beside the name, on two lines: how it was signed, and when or on which paper. Empty for the pen.
    /// </summary>
    public IReadOnlyList<string> Way() =>
        (SignedInSystem, SignedOnPrint) switch
        {
            (_, { } print) => ["手签", $"第{print}次打印"],
            ({ } at, _) => ["系统审签", BureauTime.Show(at)[^5..]],
            _ => [],
        };

    /// <summary>The name with 代 where acted for somebody.</summary>
    public string Signed() => ActingFor.Length > 0 ? $"{Name}（代{ActingFor}）" : Name;
}

/// <summary>A person's signature as a picture.</summary>
/// <param name="Png">PNG, black on a transparent ground.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record HandwritingPicture(ReadOnlyMemory<byte> Png, int Width, int Height)
{
    /// <summary>Height it has on paper, mm, unless it would become too wide.</summary>
    public const double HeightMm = 7;

    private const double WidestMm = 27;

    /// <summary>Size on paper, mm.</summary>
    internal (double Width, double Height) SizeMm()
    {
        var scale = Math.Min(HeightMm / Height, WidestMm / Width);
        return (Width * scale, Height * scale);
    }
}

/// <summary>The box of one step on a form.</summary>
/// <param name="Key">Code of the step.</param>
/// <param name="HeightMm">Height of the row, mm.</param>
/// <param name="Label">What stands left of it; \n breaks the line.</param>
/// <param name="Responsibility">What whoever signs answers for.</param>
public sealed record SigningRow(string Key, double HeightMm, string Label, string Responsibility)
{
    /// <summary>What stands before the room for the signature.</summary>
    public string SignatureWord { get; init; } = "签名";

    /// <summary>What else the box says, above the opinion.</summary>
    public IReadOnlyList<FormLine> Lines { get; init; } = [];

    /// <summary>The signature, or room for the pen.</summary>
    public SignatureBox Signature { get; init; } = SignatureBox.Empty;
}

/// <summary>What a print carries to be told from every other print.</summary>
/// <param name="Number">第n次打印; 0 when nothing was registered (blank or preview).</param>
/// <param name="Fingerprint">Whole fingerprint in hexadecimal (64 digits); the form prints the first 16.</param>
/// <param name="Status">Warning at the head of every page, 「仅供预览」 or 「草稿」; empty on a form that counts.</param>
public sealed record PrintMark(int Number = 0, string Fingerprint = "", string Status = "")
{
    /// <summary>A blank form: no print number, no fingerprint, no warning.</summary>
    public static readonly PrintMark None = new();

    /// <summary>What the QR code says where a printing is registered: the address that checks it; empty otherwise.</summary>
    public string Code { get; init; } = "";

    /// <summary>
    /// Text of the QR code: the address, else number and whole fingerprint; empty when nothing was registered to compare with.
    /// </summary>
    public string QrText(string number) =>
        Code.Length > 0 ? Code
        : Fingerprint.Length > 0 ? $"{number} {Fingerprint}"
        : "";

    /// <summary>First 16 digits of the fingerprint in groups of four; empty when there is none.</summary>
    public string Digits => string.Join(' ', Fingerprint[..Math.Min(16, Fingerprint.Length)].Chunk(4).Select(c => new string(c)));

    /// <summary>「第1次打印　校验码 3f2a 9c01 …」, or empty.</summary>
    public string Line =>
        string.Join(
            '　',
            new[] { Number > 0 ? $"第{Number}次打印" : "", Digits.Length > 0 ? $"校验码 {Digits}" : "" }.Where(s => s.Length > 0)
        );
}
