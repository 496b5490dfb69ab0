using BotKb.Answering;
using BotKb.Data;
using BotKb.Retrieval.Dense;

namespace BotKb.Host.Serving;

/// <summary>Embeds what is new soon after it was committed; a model that fails is left alone for a while, longer each time.</summary>
internal sealed class VectorsByClock(IndexVectors vectors, TimeProvider time, ILogger<VectorsByClock> logger) : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.Zero;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await vectors.RunAsync(stoppingToken);
                pause = TimeSpan.Zero;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                var known = exception is ModelException or BotKbException ? exception : PostgresFailure.Describe(exception);
                pause = PauseAfter(exception, pause);
                logger.VectorsFailed(known is null ? exception : null, known?.Message ?? exception.Message, pause.TotalSeconds);
            }

            await Task.Delay(pause > Often ? pause : Often, time, stoppingToken);
        }
    }

    private static TimeSpan PauseAfter(Exception exception, TimeSpan last)
    {
        var asked = (exception as ModelException)?.RetryAfter ?? (last == TimeSpan.Zero ? FirstPause : last * 2);
        return asked > LongestPause ? LongestPause : asked;
    }
}
