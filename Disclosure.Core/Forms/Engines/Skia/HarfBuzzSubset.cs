using System.Runtime.InteropServices;

namespace Disclosure.Core.Forms.Engines;

/// <summary>HarfBuzz's subsetter, which HarfBuzzSharp's native library carries but does not wrap.</summary>
internal static class HarfBuzzSubset
{
    private const string Library = "libHarfBuzzSharp";
    private const int DropTableTags = 3;
    private const uint NoHinting = 0x1;
    private const uint NoLayoutClosure = 0x200;

    /// <summary>Tables the PDF has no use for: text is shaped with the whole face before it is subset.</summary>
    private static readonly string[] Dropped =
    [
        "GSUB",
        "GPOS",
        "GDEF",
        "BASE",
        "JSTF",
        "VORG",
        "vhea",
        "vmtx",
        "kern",
        "DSIG",
        "gasp",
        "hdmx",
        "VDMX",
        "LTSH",
        "PCLT",
        "meta",
    ];

    /// <summary>
    /// Font file with only these code points and glyphs, and the new numbers of the glyphs to be told; throws when HarfBuzz refuses the
    /// font.
    /// </summary>
    public static (byte[] Font, IReadOnlyDictionary<ushort, ushort> NewIds) Cut(
        nint face,
        IEnumerable<uint> codePoints,
        IEnumerable<ushort> glyphs,
        IReadOnlySet<ushort> told
    )
    {
        var input = hb_subset_input_create_or_fail();
        nint plan = 0;
        try
        {
            AddAll(hb_subset_input_unicode_set(input), codePoints);
            AddAll(hb_subset_input_glyph_set(input), glyphs.Select(g => (uint)g));
            AddAll(hb_subset_input_set(input, DropTableTags), Dropped.Select(Tag));
            hb_subset_input_set_flags(input, NoHinting | NoLayoutClosure);
            plan = hb_subset_plan_create_or_fail(face, input);
            var map = plan == 0 ? 0 : hb_subset_plan_old_to_new_glyph_mapping(plan);
            return plan == 0
                ? throw new InvalidOperationException("HarfBuzz could not plan a subset of the font.")
                : (Execute(plan), told.ToDictionary(g => g, g => (ushort)hb_map_get(map, g)));
        }
        finally
        {
            hb_subset_plan_destroy(plan);
            hb_subset_input_destroy(input);
        }
    }

    private static byte[] Execute(nint plan)
    {
        var subset = hb_subset_plan_execute_or_fail(plan);
        if (subset == 0)
        {
            throw new InvalidOperationException("HarfBuzz could not write a subset of the font.");
        }

        var blob = hb_face_reference_blob(subset);
        var data = hb_blob_get_data(blob, out var length);
        var bytes = new byte[length];
        Marshal.Copy(data, bytes, 0, bytes.Length);
        hb_blob_destroy(blob);
        hb_face_destroy(subset);
        return bytes;
    }

    private static void AddAll(nint set, IEnumerable<uint> values)
    {
        foreach (var value in values)
        {
            hb_set_add(set, value);
        }
    }

    private static uint Tag(string name) => ((uint)name[0] << 24) | ((uint)name[1] << 16) | ((uint)name[2] << 8) | name[3];

#pragma warning disable SYSLIB1054 // Source-generated P/Invoke would need unsafe code for no gain: every argument is blittable.
    [DllImport(Library, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint hb_subset_input_create_or_fail();

    [DllImport(Library, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void hb_subset_input_destroy(nint input);

    [DllImport(Library, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint hb_subset_input_unicode_set(nint input);

    [DllImport(Library, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint hb_subset_input_glyph_set(nint input);

    [DllImport(Library, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint hb_subset_input_set(nint input, int kind);

    [DllImport(Library, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void hb_subset_input_set_flags(nint input, uint flags);

    [DllImport(Library, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint hb_subset_plan_create_or_fail(nint face, nint input);

    [DllImport(Library, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint hb_subset_plan_execute_or_fail(nint plan);

    [DllImport(Library, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint hb_subset_plan_old_to_new_glyph_mapping(nint plan);

    [DllImport(Library, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void hb_subset_plan_destroy(nint plan);

    [DllImport(Library, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint hb_map_get(nint map, uint key);

    [DllImport(Library, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void hb_set_add(nint set, uint value);

    [DllImport(Library, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint hb_face_reference_blob(nint face);

    [DllImport(Library, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void hb_face_destroy(nint face);

    [DllImport(Library, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint hb_blob_get_data(nint blob, out uint length);

    [DllImport(Library, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void hb_blob_destroy(nint blob);
#pragma warning restore SYSLIB1054
}
