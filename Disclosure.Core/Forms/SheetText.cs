using System.Text.Encodings.Web;
using System.Text.Json;

namespace Disclosure.Core.Forms;

/// <summary>A sheet as JSON, so that a print can be kept as it was and drawn again years later.</summary>
public static class SheetText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
    };

    /// <summary>The sheet as UTF-8 JSON.</summary>
    public static byte[] ToJson(FormSheet sheet) => JsonSerializer.SerializeToUtf8Bytes(sheet, Options);

    /// <summary>The sheet again; throws JsonException on anything else.</summary>
    public static FormSheet FromJson(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<FormSheet>(json, Options) ?? throw new JsonException("No sheet.");
}
