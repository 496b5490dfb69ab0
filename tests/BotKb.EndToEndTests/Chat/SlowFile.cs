using System.Net;

namespace BotKb.EndToEndTests.Chat;

/// <summary>A file that takes seconds to be sent.</summary>
/// <param name="sent">Is called after each part with its number, from 0; what it throws closes the connection.</param>
internal sealed class SlowFile(Func<int, Task> sent) : HttpContent
{
    private const int Parts = 60;
    private const int PartBytes = 10_000;

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        using var clock = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var part = 0; part < Parts; part++)
        {
            await stream.WriteAsync(new byte[PartBytes], TestContext.Current.CancellationToken);
            await stream.FlushAsync(TestContext.Current.CancellationToken);
            await sent(part);
            await clock.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = Parts * PartBytes;
        return true;
    }
}
