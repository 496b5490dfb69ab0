using System.Collections.Concurrent;
using System.Threading.Channels;
using BotKb.Data;
using BotKb.Knowledge.Sync;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BotKb.WebConsole.Uploads;

/// <summary>Reads what was uploaded, one source after the other. What is lost when the host ends, the sync by the clock finds.</summary>
internal sealed class SyncUploads(SyncSource sync, ILogger<SyncUploads> logger) : BackgroundService, ISyncRequests
{
    private readonly Channel<long> _asked = Channel.CreateUnbounded<long>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<long, bool> _waiting = new();

    public void Ask(long sourceId)
    {
        if (_waiting.TryAdd(sourceId, true))
        {
            _asked.Writer.TryWrite(sourceId);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var sourceId in _asked.Reader.ReadAllAsync(stoppingToken))
        {
            _waiting.TryRemove(sourceId, out _);
            await SyncAsync(sourceId, stoppingToken);
        }
    }

    private async Task SyncAsync(long sourceId, CancellationToken cancellationToken)
    {
        try
        {
            await sync.RunAsync(sourceId, null, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var known = exception as BotKbException ?? PostgresFailure.Describe(exception);
            logger.SyncFailed(known is null ? exception : null, sourceId, known?.Message ?? exception.Message);
        }
    }
}
