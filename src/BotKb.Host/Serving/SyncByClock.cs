using BotKb.Data;
using BotKb.Knowledge;
using BotKb.Knowledge.Sync;
using Microsoft.Extensions.Options;

namespace BotKb.Host.Serving;

/// <summary>Runs the queue of syncs, and puts every source into it when the host starts and each time the clock says so.</summary>
internal sealed class SyncByClock(
    SourceCatalog sources, SyncRuns runs, IOptions<ServeOptions> options, TimeProvider time, ILogger<SyncByClock> logger)
    : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(runs.RunAsync(stoppingToken), AddAllAsync(stoppingToken));

    private async Task AddAllAsync(CancellationToken cancellationToken)
    {
        using var clock = new PeriodicTimer(TimeSpan.FromMinutes(options.Value.SyncMinutes), time);
        do
        {
            try
            {
                foreach (var source in await sources.ListAsync(null, cancellationToken))
                {
                    if (runs.StateOf(source.Id) is null)
                    {
                        runs.Add(source.Id);
                    }
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                var known = exception as BotKbException ?? PostgresFailure.Describe(exception);
                logger.SourcesUnknown(known is null ? exception : null, known?.Message ?? exception.Message);
            }
        }
        while (await clock.WaitForNextTickAsync(cancellationToken));
    }
}
