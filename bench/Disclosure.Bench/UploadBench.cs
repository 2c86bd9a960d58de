using System.Diagnostics;
using Disclosure.Core.Store;

namespace Disclosure.Bench;

/// <summary>One file of 100 MB through the store, in pieces of 4 MB as the page sends them.</summary>
internal static class UploadBench
{
    private const int Piece = 4 << 20;

    // A whole number of lines, so that the text does not end inside a character.
    private const long Size = (100L << 20) / 22 * 22;

    public static async Task RunAsync()
    {
        await using var store = new BenchStore();
        var blobs = store.Get<BlobStore>();
        var line = "指标,单位,数值\r\n"u8.ToArray();
        var piece = new byte[Piece];
        for (var i = 0; i < Piece; i++)
        {
            piece[i] = line[i % line.Length];
        }
        GC.Collect();
        var before = Process.GetCurrentProcess().WorkingSet64;
        long most = before;
        var watch = Stopwatch.StartNew();
        var upload = (await blobs.StartAsync("large.csv", Size, 1, "bench")).Value;
        for (long at = 0; at < Size; at += Piece)
        {
            // Text must not break inside a character between pieces, so every piece starts where the line pattern does.
            using var part = new MemoryStream(Shift(piece, line, at), 0, (int)Math.Min(Piece, Size - at));
            await blobs.AppendAsync(upload, 1, at, part);
            most = Math.Max(most, Process.GetCurrentProcess().WorkingSet64);
        }
        var sent = watch.Elapsed;
        var finished = await blobs.FinishAsync(upload, 1);
        most = Math.Max(most, Process.GetCurrentProcess().WorkingSet64);
        Console.WriteLine(
            $"100 MB upload: {watch.Elapsed.TotalSeconds:0.00} s ({sent.TotalSeconds:0.00} s pieces, the rest check and hash), "
                + $"{(most - before) / 1048576.0:0} MB extra working set, {(finished.Ok ? "stored" : finished.Problem!.Text)}"
        );
    }

    private static byte[] Shift(byte[] piece, byte[] line, long at)
    {
        for (var i = 0; i < piece.Length; i++)
        {
            piece[i] = line[(at + i) % line.Length];
        }
        return piece;
    }
}
