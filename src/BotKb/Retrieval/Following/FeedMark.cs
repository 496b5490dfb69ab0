using System.Data.Common;
using System.Globalization;
using BotKb.Data;

namespace BotKb.Retrieval.Following;

/// <summary>Where PostgreSQL's feeds stood at one moment.</summary>
/// <param name="Cursor">The moment.</param>
/// <param name="Horizon">Deletions of transactions below may have been purged.</param>
/// <param name="Epoch">
/// Changes when the stamps are renewed, when the tables are made anew by a restore, and when the server starts, has crashed or was promoted:
/// it may then give numbers again that an index has taken for past.
/// </param>
internal sealed record FeedMark(ChangeCursor Cursor, ulong Horizon, string Epoch)
{
    /// <summary>The columns of a mark, and its table.</summary>
    public const string Columns = $"{ChangeCursor.Snapshot}, horizon::text, {Lineage}";

    // The log's timeline, eight digits, changes with a promotion and with a restore to an earlier moment. Where one of its processes dies the
    // server recovers without a new start, but it throws its statistics away; before version 15 reading them takes too long.
    private const string Lineage = """
        concat_ws(':', epoch, 'chunk'::regclass::oid, left(pg_walfile_name(pg_current_wal_lsn()), 8), extract(epoch from pg_postmaster_start_time()),
            case when current_setting('server_version_num')::int >= 150000 then extract(epoch from pg_stat_get_bgwriter_stat_reset_time()) end)
        """;

    /// <summary>Reads <see cref="Columns"/>.</summary>
    /// <param name="row">The row.</param>
    /// <param name="first">The place of the first column.</param>
    public static FeedMark Read(DbDataReader row, int first) => new(
        ChangeCursor.Parse(row.GetString(first)),
        ulong.Parse(row.GetString(first + 1), NumberStyles.None, CultureInfo.InvariantCulture),
        row.GetString(first + 2));

    /// <summary>True where an index that has come so far misses nothing by reading on; if not, it has to be filled anew.</summary>
    public bool Continues(string epoch, ChangeCursor cursor) =>
        Epoch == epoch && Cursor.Next >= cursor.Next && cursor.HasSeenBelow(Horizon);
}
