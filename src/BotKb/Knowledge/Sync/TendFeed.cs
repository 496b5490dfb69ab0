using BotKb.Retrieval;
using Npgsql;

namespace BotKb.Knowledge.Sync;

/// <summary>
/// Keeps what every search asks for cheap: the feed of deletions short, and the planner's statistics fresh after a bulk load.
/// </summary>
internal sealed class TendFeed(NpgsqlDataSource database)
{
    // So many documents at once change a table more than the planner should have to guess.
    private const int BulkLoad = 200;

    /// <param name="changed">How many documents the sync has written or removed.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(int changed, CancellationToken cancellationToken)
    {
        await using var purge = database.CreateCommand("delete from chunk_gone where at < now() - $1");
        purge.Parameters.AddWithValue(FollowIndex.FeedKeeps);
        await purge.ExecuteNonQueryAsync(cancellationToken);
        if (changed >= BulkLoad)
        {
            await using var analyze = database.CreateCommand("analyze document, chunk, chunk_gone");
            await analyze.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
