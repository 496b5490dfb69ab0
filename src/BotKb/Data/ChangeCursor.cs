using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace BotKb.Data;

/// <summary>
/// How far a reader of stamped rows has come: a snapshot of PostgreSQL. Rows carry the transaction that wrote them in a column
/// <c>xid xid8 not null default pg_current_xact_id()</c>, and new to the reader are exactly those of transactions that were open at its last
/// visit or have begun since: nothing is missed, and nothing comes again while somebody else's transaction stays open. Immutable.
/// Take <see cref="Snapshot"/> in the same statement as the rows, so that both see the same moment; the reader itself must not have
/// written in that transaction.
/// </summary>
internal sealed class ChangeCursor
{
    /// <summary>What a statement selects, as text, for the cursor of the next visit.</summary>
    public const string Snapshot = "pg_current_snapshot()::text";

    /// <summary>The condition of new rows; its parameters $1 and $2 are <see cref="Parameters"/>. Two conditions of an index on xid.</summary>
    public const string IsNew = "(xid >= $1 or xid = any($2))";

    private readonly ulong[] _open;

    private ChangeCursor(ulong oldest, ulong next, ulong[] open)
    {
        Oldest = oldest;
        Next = next;
        _open = open;
    }

    /// <summary>Before everything: every row is new.</summary>
    public static ChangeCursor Start { get; } = new(0, 0, []);

    /// <summary>Every transaction below had ended: what it wrote has been seen.</summary>
    public ulong Oldest { get; }

    /// <summary>No transaction from here on had begun.</summary>
    public ulong Next { get; }

    /// <summary>The transactions that were open, ascending.</summary>
    public IReadOnlyList<ulong> Open => _open;

    /// <summary>Reads <c>xmin:xmax:xip,xip</c>.</summary>
    /// <exception cref="FormatException">It is not the text of a snapshot.</exception>
    public static ChangeCursor Parse(string snapshot) =>
        snapshot.Split(':') is [var oldest, var next, var open]
            ? new ChangeCursor(Number(oldest), Number(next), open.Length == 0 ? [] : Array.ConvertAll(open.Split(','), Number))
            : throw new FormatException("This is not a snapshot of PostgreSQL.");

    /// <summary>New parameters for <see cref="IsNew"/>, in order.</summary>
    public NpgsqlParameter[] Parameters() =>
    [
        new NpgsqlParameter<ulong> { TypedValue = Next, NpgsqlDbType = NpgsqlDbType.Xid8 },
        new NpgsqlParameter<ulong[]> { TypedValue = _open, NpgsqlDbType = NpgsqlDbType.Xid8 | NpgsqlDbType.Array },
    ];

    /// <summary>True where every row of a transaction below <paramref name="horizon"/> has been seen.</summary>
    public bool HasSeenBelow(ulong horizon) => horizon <= Oldest || (horizon <= Next && !Array.Exists(_open, xid => xid < horizon));

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Oldest}:{Next}:{string.Join(',', _open)}");

    private static ulong Number(string text) => ulong.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
