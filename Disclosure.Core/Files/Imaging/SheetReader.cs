using Disclosure.Core.Common;

namespace Disclosure.Core.Files.Imaging;

/// <summary>Makes a scanned or photographed sheet ready to be kept, and reads the QR codes on it.</summary>
public static class SheetReader
{
    /// <summary>Kinds that are read.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["pdf", "png", "jpg"];

    // A large picture takes some 200 MB while it is worked on; the others wait.
    private static readonly SemaphoreSlim Places = new(2);

    /// <summary>
    /// Turns a picture upright (by what the camera noted, then by the code on it), shrinks it to A4 at 300 dpi, and drops everything the
    /// camera wrote into it; a PDF stays as it is. Never throws but for a cancellation.
    /// </summary>
    /// <param name="bytes">The file.</param>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="ct">Gives up between steps.</param>
    public static Outcome<ReadSheet> Read(ReadOnlyMemory<byte> bytes, string kind, CancellationToken ct)
    {
        if (!Kinds.Contains(kind))
        {
            return new SheetKindUnknown();
        }
        Places.Wait(ct);
        try
        {
            return kind == "pdf" ? SheetPdf.Read(bytes, ct) : SheetPicture.Read(bytes, ct);
        }
        catch (OutOfMemoryException)
        {
            return new StoreIsBusy();
        }
        finally
        {
            Places.Release();
        }
    }
}
