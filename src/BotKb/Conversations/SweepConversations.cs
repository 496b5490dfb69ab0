using BotKb.Data;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace BotKb.Conversations;

/// <summary>Wakes every conversation that has a turn without an end. Harmless when two run.</summary>
public sealed class SweepConversations(NpgsqlDataSource database, IGrainFactory grains, ILogger<SweepConversations> logger)
{
    /// <summary>How long to wait between two sweeps.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    /// <summary>Sweeps once. A database that does not answer is logged, not thrown.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var command = database.CreateCommand("select distinct conversation_id from turn where ended_at is null");
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
            {
                await grains.GetGrain<IConversationGrain>(rows.GetInt64(0)).WakeAsync();
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.SweepFailed(PostgresFailure.Describe(exception)?.Message ?? exception.Message);
        }
    }
}
