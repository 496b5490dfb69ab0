using BotKb.Data;
using Microsoft.Extensions.Logging;

namespace BotKb.Conversations;

/// <summary>Wakes every conversation that has a turn without an end. Harmless when two run.</summary>
public sealed class SweepConversations
{
    /// <summary>How long to wait between two sweeps.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private readonly TurnStore _turns;
    private readonly IGrainFactory _grains;
    private readonly ILogger<SweepConversations> _logger;

    internal SweepConversations(TurnStore turns, IGrainFactory grains, ILogger<SweepConversations> logger)
    {
        (_turns, _grains, _logger) = (turns, grains, logger);
    }

    /// <summary>Sweeps once. A database that does not answer is logged, not thrown.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var conversation in await _turns.OpenConversationsAsync(cancellationToken))
            {
                await _grains.GetGrain<IConversationGrain>(conversation).WakeAsync();
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _logger.SweepFailed(PostgresFailure.Describe(exception)?.Message ?? exception.Message);
        }
    }
}
