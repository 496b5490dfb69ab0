using Npgsql;

namespace BotKb.Knowledge.Sync;

/// <summary>
/// Keeps what every search asks for cheap: the feed of deletions short, and the planner's statistics fresh after a bulk load.
/// </summary>
internal sealed class TendFeed(NpgsqlDataSource database)
{
    /// <summary>
    /// Deletions stay in the feed for so long after they were committed, at least; a host that was away for longer fills its index anew.
    /// </summary>
    public static readonly TimeSpan Keeps = TimeSpan.FromHours(1);

    // So many documents at once change a table more than the planner should have to guess.
    private const int BulkLoad = 200;

    // A row's age says nothing: its transaction may have been open for hours. What had ended when the last mark was noted may go now.
    private const string Purge = """
        with due as (
            update feed_mark set horizon = next, next = pg_snapshot_xmin(pg_current_snapshot()), next_at = now()
            where next_at < now() - $1 returning horizon)
        delete from chunk_gone where xid < (select horizon from due)
        """;

    /// <param name="changed">How many documents the sync has written or removed.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(int changed, CancellationToken cancellationToken)
    {
        await using var purge = database.CreateCommand(Purge);
        purge.Parameters.AddWithValue(Keeps);
        purge.CommandTimeout = 0;
        await purge.ExecuteNonQueryAsync(cancellationToken);
        if (changed >= BulkLoad)
        {
            await using var analyze = database.CreateCommand("analyze document, chunk, chunk_gone");
            analyze.CommandTimeout = 0;
            await analyze.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
