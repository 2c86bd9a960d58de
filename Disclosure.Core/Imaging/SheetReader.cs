using Disclosure.Core.Common;
namespace Disclosure.Core.Imaging;
/// <summary>x</summary>
public sealed record ReadSheet(byte[] Bytes, string Kind, int Pages, IReadOnlyList<string> Codes, string Note);
/// <summary>x</summary>
public static class SheetReader
{
    /// <summary>x</summary>
    public static Outcome<ReadSheet> Read(ReadOnlyMemory<byte> bytes, string kind, CancellationToken ct) => new ReadSheet(bytes.ToArray(), kind, 1, [], "");
}
