using System.Net;
using System.Net.Sockets;

namespace BotKb.EndToEndTests.Browser;

/// <summary>The network between a browser and a host, which can be cut and mended.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Uri _host;
    private readonly Task _accepting;
    private CancellationTokenSource _cut = new();

    public Wire(Uri host)
    {
        _host = host;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    /// <summary>The host as the browser sees it.</summary>
    public Uri Address { get; }

    /// <summary>Breaks every connection; new ones break at once.</summary>
    public void Cut() => _cut.Cancel();

    public void Mend() => Interlocked.Exchange(ref _cut, new CancellationTokenSource()).Dispose();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _cut.Dispose();
        _listener.Dispose();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = CarryAsync(await _listener.AcceptTcpClientAsync(_end.Token), _cut.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task CarryAsync(TcpClient browser, CancellationToken cut)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cut, _end.Token);
        using var host = new TcpClient();
        try
        {
            await host.ConnectAsync(_host.Host, _host.Port, stop.Token);
            var (here, there) = (browser.GetStream(), host.GetStream());
            await Task.WhenAny(here.CopyToAsync(there, stop.Token), there.CopyToAsync(here, stop.Token));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or IOException)
        {
            // One of both is gone.
        }

        browser.Client.Close(0);
        browser.Dispose();
    }
}
