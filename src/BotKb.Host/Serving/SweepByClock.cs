using BotKb.Conversations;

namespace BotKb.Host.Serving;

/// <summary>Wakes conversations with unfinished turns when the host starts and every few seconds after.</summary>
internal sealed class SweepByClock(SweepConversations sweep, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var clock = new PeriodicTimer(SweepConversations.Pause, time);
        do
        {
            await sweep.RunAsync(stoppingToken);
        }
        while (await clock.WaitForNextTickAsync(stoppingToken));
    }
}
