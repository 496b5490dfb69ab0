using BotKb.Data;
using BotKb.Knowledge;
using BotKb.Knowledge.Sync;
using Microsoft.Extensions.Options;

namespace BotKb.Host.Serving;

/// <summary>Syncs every source, one after the other, when the host starts and each time the clock says so.</summary>
internal sealed class SyncByClock(
    SourceCatalog sources, SyncSource sync, IOptions<ServeOptions> options, TimeProvider time, ILogger<SyncByClock> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var clock = new PeriodicTimer(TimeSpan.FromMinutes(options.Value.SyncMinutes), time);
        do
        {
            await SyncAllAsync(stoppingToken);
        }
        while (await clock.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SyncAllAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var source in await sources.ListAsync(null, cancellationToken))
            {
                await SyncOneAsync(source.Id, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.SourcesUnknown(Unknown(exception), Reason(exception));
        }
    }

    private async Task SyncOneAsync(long sourceId, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await sync.RunAsync(sourceId, null, cancellationToken);
            logger.Synced(sourceId, outcome.Found, outcome.Indexed, outcome.NotIndexed, outcome.Removed);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.SyncFailed(Unknown(exception), sourceId, Reason(exception));
        }
    }

    private static string Reason(Exception exception) => Known(exception)?.Message ?? exception.Message;

    // What a sentence explains needs no stack trace.
    private static Exception? Unknown(Exception exception) => Known(exception) is null ? exception : null;

    private static BotKbException? Known(Exception exception) => exception as BotKbException ?? PostgresFailure.Describe(exception);
}
