using Npgsql;

namespace BotKb.Data;

/// <summary>
/// Finds the transaction that has been writing for longest. While it is open nothing that it wrote can be found, and PostgreSQL cannot
/// clear away what was deleted since it began. BotKb's own long work does not count, nor does the building of an index: they end by themselves.
/// </summary>
public sealed class OldestTransaction(NpgsqlDataSource database)
{
    /// <summary>From this age on somebody should look after it.</summary>
    public static readonly TimeSpan Worrying = TimeSpan.FromMinutes(15);

    // PostgreSQL shows each role its own sessions, and those of others to superusers and members of pg_read_all_stats.
    private const string Age = """
        select max(now() - began) from (
            select xact_start as began from pg_stat_activity where backend_xid is not null and pid <> pg_backend_pid()
                and pid not in (select pid from pg_stat_progress_create_index)
                and pid not in (select pid from pg_locks where locktype = 'advisory' and granted and objsubid = 1
                    and database = (select oid from pg_database where datname = current_database())
                    and (classid::bigint << 32) | objid::bigint = $1)
            union all select prepared from pg_prepared_xacts) as t
        """;

    /// <summary>Its age; null where none is open, as far as BotKb's role may see.</summary>
    public async Task<TimeSpan?> AgeAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Age);
        command.Parameters.AddWithValue(RenewStamps.Lock);
        return await command.ExecuteScalarAsync(cancellationToken) as TimeSpan?;
    }
}
