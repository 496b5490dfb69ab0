using System.Data.Common;
using System.Globalization;
using BotKb.Data;

namespace BotKb.Retrieval.Following;

/// <summary>Where PostgreSQL's feeds stood at one moment.</summary>
/// <param name="Cursor">The moment.</param>
/// <param name="Horizon">Deletions of transactions below may have been purged.</param>
/// <param name="Epoch">Changes when the stamps are renewed, and when the tables are made anew by a restore.</param>
internal sealed record FeedMark(ChangeCursor Cursor, ulong Horizon, string Epoch)
{
    /// <summary>The columns of a mark, and its table.</summary>
    public const string Columns = $"{ChangeCursor.Snapshot}, horizon::text, epoch || ':' || 'chunk'::regclass::oid";

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
