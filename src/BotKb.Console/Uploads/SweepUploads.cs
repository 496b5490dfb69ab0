using BotKb.Data;
using BotKb.Knowledge.Uploads;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BotKb.WebConsole.Uploads;

/// <summary>Takes away each hour what uploads left behind that were never completed.</summary>
internal sealed class SweepUploads(UploadStore store, TimeProvider time, ILogger<SweepUploads> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var clock = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                await store.SweepAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                var known = PostgresFailure.Describe(exception);
                logger.SweepFailed(known is null ? exception : null, known?.Message ?? exception.Message);
            }
        }
        while (await clock.WaitForNextTickAsync(stoppingToken));
    }
}
