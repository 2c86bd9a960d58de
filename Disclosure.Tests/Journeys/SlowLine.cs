using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Disclosure.Tests.Journeys;

/// <summary>
/// A line between a browser and the program that is slow, swallows what is sent, or is cut: a TCP relay on the loopback.
/// What is swallowed is gone, as on a real line that breaks before anybody notices; healing closes what was swallowed from.
/// </summary>
public sealed class SlowLine : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ending = new();
    private readonly ConcurrentDictionary<Call, byte> calls = [];
    private readonly Uri program;
    private readonly Task accepting;
    private volatile bool swallowing;
    private volatile bool cut;

    /// <summary>Opens a line to the program.</summary>
    /// <param name="address">Address of the program.</param>
    /// <param name="roundTrip">What a round trip takes in addition.</param>
    public SlowLine(string address, TimeSpan roundTrip = default)
    {
        (program, RoundTrip) = (new Uri(address), roundTrip);
        listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        accepting = AcceptAsync();
    }

    /// <summary>Where a browser reaches the program through this line.</summary>
    public string Address { get; }

    /// <summary>What a round trip takes in addition; may change at any time.</summary>
    public TimeSpan RoundTrip { get; set; }

    /// <summary>From now on everything sent in either direction is lost, and nobody is told.</summary>
    public void Swallow() => swallowing = true;

    /// <summary>Ends every connection and takes no other.</summary>
    public void Cut()
    {
        cut = true;
        Hang();
    }

    /// <summary>Works again. Connections from which something was lost cannot go on and end.</summary>
    public void Heal()
    {
        if (swallowing)
        {
            Hang();
        }
        (swallowing, cut) = (false, false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Stop();
        Hang();
        await accepting;
        ending.Dispose();
    }

    private void Hang()
    {
        foreach (var call in calls.Keys)
        {
            call.Dispose();
        }
    }

    private async Task AcceptAsync()
    {
        while (!ending.IsCancellationRequested)
        {
            try
            {
                var browser = await listener.AcceptTcpClientAsync(ending.Token);
                if (cut)
                {
                    browser.Dispose();
                    continue;
                }
                _ = CarryAsync(browser);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task CarryAsync(TcpClient browser)
    {
        using var call = new Call(browser, new TcpClient());
        calls.TryAdd(call, 0);
        try
        {
            await call.Program.ConnectAsync(program.Host, program.Port, ending.Token);
            (browser.NoDelay, call.Program.NoDelay) = (true, true);
            var ways = new[]
            {
                RelayAsync(browser.GetStream(), call.Program.GetStream()),
                RelayAsync(call.Program.GetStream(), browser.GetStream()),
            };
            await Task.WhenAny(ways);
            call.Dispose();
            await Task.WhenAll(ways);
        }
        catch (Exception e)
            when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
            // Either end has gone; so does the other.
        }
        finally
        {
            calls.TryRemove(call, out _);
        }
    }

    // Everything keeps its order and arrives half a round trip later, however much is on its way.
    private async Task RelayAsync(NetworkStream from, NetworkStream to)
    {
        var underWay = System.Threading.Channels.Channel.CreateUnbounded<(byte[] Bytes, long Due)>();
        var delivering = DeliverAsync(underWay.Reader, to);
        var buffer = new byte[64 * 1024];
        try
        {
            int read;
            while ((read = await from.ReadAsync(buffer, ending.Token)) > 0)
            {
                underWay.Writer.TryWrite((buffer[..read], Environment.TickCount64 + (long)(RoundTrip.TotalMilliseconds / 2)));
            }
        }
        finally
        {
            underWay.Writer.Complete();
            await delivering;
        }
    }

    private async Task DeliverAsync(System.Threading.Channels.ChannelReader<(byte[] Bytes, long Due)> underWay, NetworkStream to)
    {
        await foreach (var (bytes, due) in underWay.ReadAllAsync(ending.Token))
        {
            if (due - Environment.TickCount64 is > 0 and var wait)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(wait), ending.Token);
            }
            if (!swallowing)
            {
                await to.WriteAsync(bytes, ending.Token);
            }
        }
    }

    private sealed record Call(TcpClient Browser, TcpClient Program) : IDisposable
    {
        public void Dispose()
        {
            Browser.Dispose();
            Program.Dispose();
        }
    }
}
