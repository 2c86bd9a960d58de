using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Disclosure.Bench;

/// <summary>
/// A county's line between a browser and the program: a relay on the loopback that counts every byte and, when it is slow, opens a
/// connection after one round trip, carries half a round trip each way and lets connections take turns at what the line carries.
/// </summary>
internal sealed class CountyLine : IAsyncDisposable
{
    private const int BytesASecond = 400_000 / 8;
    private const int Packet = 1400;
    private static readonly TimeSpan RoundTrip = TimeSpan.FromMilliseconds(400);

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ending = new();
    private readonly SemaphoreSlim up = new(1);
    private readonly SemaphoreSlim down = new(1);
    private readonly Uri program;
    private readonly Task accepting;
    private long bytes;

    public CountyLine(string address)
    {
        program = new Uri(address);
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>Where a browser reaches the program over this line.</summary>
    public string Address => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    /// <summary>Slow from now on, or as fast as the machine.</summary>
    public bool Slow { get; set; }

    /// <summary>Bytes in both directions since the last time, headers and WebSocket frames included.</summary>
    public long TakeBytes() => Interlocked.Exchange(ref bytes, 0);

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Stop();
        await accepting;
        up.Dispose();
        down.Dispose();
        ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = CarryAsync(await listener.AcceptTcpClientAsync(ending.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The line is taken down.
        }
    }

    private async Task CarryAsync(TcpClient browser)
    {
        using var server = new TcpClient();
        try
        {
            if (Slow)
            {
                await Task.Delay(RoundTrip, ending.Token);
            }
            await server.ConnectAsync(program.Host, program.Port, ending.Token);
            (browser.NoDelay, server.NoDelay) = (true, true);
            await Task.WhenAny(
                RelayAsync(browser.GetStream(), server.GetStream(), up),
                RelayAsync(server.GetStream(), browser.GetStream(), down)
            );
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Either end has gone; so does the other.
        }
        finally
        {
            browser.Dispose();
        }
    }

    private async Task RelayAsync(NetworkStream from, NetworkStream to, SemaphoreSlim lane)
    {
        var underWay = Channel.CreateUnbounded<(byte[] Bytes, long Due)>();
        var delivering = DeliverAsync(underWay.Reader, to);
        var buffer = new byte[Packet];
        try
        {
            int read;
            while ((read = await from.ReadAsync(buffer, ending.Token)) > 0)
            {
                Interlocked.Add(ref bytes, read);
                if (Slow)
                {
                    await TakeTurnAsync(lane, read);
                }
                var due = Environment.TickCount64 + (Slow ? (long)RoundTrip.TotalMilliseconds / 2 : 0);
                underWay.Writer.TryWrite((buffer[..read], due));
            }
        }
        finally
        {
            underWay.Writer.Complete();
            await delivering;
        }
    }

    // Those who wait are served in the order in which they came, so that connections take turns packet by packet.
    private async Task TakeTurnAsync(SemaphoreSlim lane, int size)
    {
        await lane.WaitAsync(ending.Token);
        try
        {
            await Task.Delay(TimeSpan.FromSeconds((double)size / BytesASecond), ending.Token);
        }
        finally
        {
            lane.Release();
        }
    }

    private async Task DeliverAsync(ChannelReader<(byte[] Bytes, long Due)> underWay, NetworkStream to)
    {
        await foreach (var (packet, due) in underWay.ReadAllAsync(ending.Token))
        {
            if (due - Environment.TickCount64 is > 0 and var wait)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(wait), ending.Token);
            }
            await to.WriteAsync(packet, ending.Token);
        }
    }
}
