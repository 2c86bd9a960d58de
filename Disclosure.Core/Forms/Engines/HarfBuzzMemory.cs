using System.Runtime.InteropServices;
using HarfBuzzSharp;

namespace Disclosure.Core.Forms.Engines;

/// <summary>What HarfBuzzSharp does not wrap of fonts in memory.</summary>
internal static class HarfBuzzMemory
{
    private const string Library = "libHarfBuzzSharp";

    /// <summary>A copy of the bytes outside the collector's reach (Blob.FromStream keeps a pointer into an array that may move).</summary>
    public static Blob Copy(byte[] bytes)
    {
        var pin = GCHandle.Alloc(bytes, GCHandleType.Pinned);
        try
        {
            return new Blob(pin.AddrOfPinnedObject(), bytes.Length, MemoryMode.Duplicate);
        }
        finally
        {
            pin.Free();
        }
    }

    /// <summary>How many characters the face has glyphs for.</summary>
    public static int Characters(Face face)
    {
        var set = hb_set_create();
        try
        {
            hb_face_collect_unicodes(face.Handle, set);
            GC.KeepAlive(face);
            return (int)hb_set_get_population(set);
        }
        finally
        {
            hb_set_destroy(set);
        }
    }

#pragma warning disable SYSLIB1054 // Source-generated P/Invoke would need unsafe code for no gain: every argument is blittable.
    [DllImport(Library, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint hb_set_create();

    [DllImport(Library, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void hb_set_destroy(nint set);

    [DllImport(Library, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint hb_set_get_population(nint set);

    [DllImport(Library, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void hb_face_collect_unicodes(nint face, nint set);
#pragma warning restore SYSLIB1054
}
