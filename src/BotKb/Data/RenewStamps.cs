using Npgsql;

namespace BotKb.Data;

/// <summary>
/// Rows are stamped with the transaction that wrote them. In a database that was restored from another server the stamps may lie above
/// this server's own count, and each such row would look new at every visit until the count has passed it; so they are stamped anew, once.
/// </summary>
public sealed class RenewStamps(NpgsqlDataSource database)
{
    /// <summary>The advisory lock of whoever stamps; any number that nobody else locks.</summary>
    internal const long Lock = 0x626F_746B_6278_6964;

    private static readonly string[] Stamped = ["chunk", "document", "chunk_gone"];

    private static readonly string IsAhead = "select "
        + string.Join(" or ", Stamped.Select(table => $"exists (select from {table} where {Ahead})"))
        + " or exists (select from feed_mark where greatest(horizon, next) > pg_snapshot_xmax(pg_current_snapshot()))";

    private static readonly string[] Renew =
    [
        "delete from chunk_gone",
        $"update document set xid = pg_current_xact_id() where {Ahead}",
        $"update chunk set xid = pg_current_xact_id() where {Ahead}",
        "update feed_mark set epoch = gen_random_uuid(), horizon = '0', next = '0', next_at = now()",
    ];

    private const string Ahead = "xid >= pg_snapshot_xmax(pg_current_snapshot())";

    /// <summary>Stamps what is ahead of this server; hosts that run then read everything again. Several may call at once.</summary>
    /// <returns>True where there was something to do.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (!await IsAheadAsync(connection, cancellationToken))
        {
            return false;
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var wait = new NpgsqlCommand("select pg_advisory_xact_lock($1)", connection))
        {
            wait.Parameters.AddWithValue(Lock);
            await wait.ExecuteNonQueryAsync(cancellationToken);
        }

        // Whoever held the lock may have done it.
        var ahead = await IsAheadAsync(connection, cancellationToken);
        foreach (var statement in ahead ? Renew : [])
        {
            // As many rows as there are: minutes at a million chunks.
            await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return ahead;
    }

    private static async Task<bool> IsAheadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(IsAhead, connection);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
