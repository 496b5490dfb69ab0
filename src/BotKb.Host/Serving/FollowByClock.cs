using BotKb.Data;
using BotKb.Retrieval;

namespace BotKb.Host.Serving;

/// <summary>
/// Fills the search's index when the host starts and keeps it up to date, so that a question finds little left to read: many times a
/// second while something changes, less often while nothing does.
/// </summary>
internal sealed class FollowByClock(ISearchIndex index, TimeProvider time, ILogger<FollowByClock> logger) : BackgroundService
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = Shortest; ; await Task.Delay(pause, time, stoppingToken))
        {
            try
            {
                var changed = await index.CatchUpAsync(stoppingToken);
                pause = changed || pause * 2 < Shortest ? Shortest : pause * 2 > Longest ? Longest : pause * 2;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                var known = exception as BotKbException ?? PostgresFailure.Describe(exception);
                logger.IndexBehind(known is null ? exception : null, known?.Message ?? exception.Message);
                pause = Longest;
            }
        }
    }
}
