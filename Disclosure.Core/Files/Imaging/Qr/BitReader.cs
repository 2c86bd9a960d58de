namespace Disclosure.Core.Files.Imaging;

/// <summary>Takes bits off bytes, highest first.</summary>
internal sealed class BitReader(byte[] data)
{
    private int at;

    /// <summary>Bits not yet taken.</summary>
    public int Left => (data.Length * 8) - at;

    /// <summary>The next bits (up to 24) as a number; -1 when there are fewer.</summary>
    public int Take(int count)
    {
        if (count > Left)
        {
            at = data.Length * 8;
            return -1;
        }
        var value = 0;
        for (var i = 0; i < count; i++, at++)
        {
            value = (value << 1) | ((data[at >> 3] >> (7 - (at & 7))) & 1);
        }
        return value;
    }
}
