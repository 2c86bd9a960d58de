namespace Disclosure.Core.Files.Reading;

/// <summary>
/// Unpacked bytes of one part: not one more than was declared, and no stretch without a tag so long that a parser which keeps it whole
/// would fill the memory.
/// </summary>
internal sealed class GuardedStream(Stream inner, long declared, CancellationToken ct) : Stream
{
    private const int LongestRun = 16 << 20;

    private long read;
    private long run;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => declared;

    public override long Position
    {
        get => read;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        ct.ThrowIfCancellationRequested();
        var count = inner.Read(buffer);
        read += count;
        if (read > declared)
        {
            throw new ReadingLimitException();
        }
        var tag = buffer[..count].LastIndexOf((byte)'<');
        run = tag < 0 ? run + count : count - tag;
        return run > LongestRun ? throw new ReadingLimitException() : count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }
        base.Dispose(disposing);
    }
}
