using System.IO.Compression;
using Disclosure.Core.Forms;

namespace Disclosure.Core.Printing;

/// <summary>A sheet as it is kept with its printing: JSON, compressed to a few kilobytes.</summary>
internal static class KeptSheet
{
    public static byte[] Pack(FormSheet sheet)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal))
        {
            brotli.Write(SheetText.ToJson(sheet));
        }
        return packed.ToArray();
    }

    public static FormSheet Unpack(byte[] packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var json = new MemoryStream();
        brotli.CopyTo(json);
        return SheetText.FromJson(json.GetBuffer().AsSpan(0, (int)json.Length));
    }
}
