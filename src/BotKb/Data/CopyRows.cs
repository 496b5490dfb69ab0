using System.Buffers.Binary;
using Npgsql;

namespace BotKb.Data;

/// <summary>
/// The rows of <c>copy ... to stdout (format binary)</c>, one at a time and without an allocation for each: for reading a table into memory.
/// </summary>
internal sealed class CopyRows : IAsyncDisposable
{
    private const int HeaderBytes = 15;
    private readonly NpgsqlRawCopyStream _stream;
    private readonly int[] _starts;
    private readonly int[] _lengths;
    private byte[] _buffer = new byte[64 * 1024];
    private int _at;
    private int _end;

    private CopyRows(NpgsqlRawCopyStream stream, int columns)
    {
        _stream = stream;
        _starts = new int[columns];
        _lengths = new int[columns];
    }

    /// <summary>Begins to read.</summary>
    /// <param name="connection">Open; busy until the rows are disposed.</param>
    /// <param name="query">The query, without parameters; its columns are bigint or bytea.</param>
    /// <param name="columns">How many columns it has.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<CopyRows> OpenAsync(
        NpgsqlConnection connection, string query, int columns, CancellationToken cancellationToken)
    {
        var stream = await connection.BeginRawBinaryCopyAsync($"copy ({query}) to stdout (format binary)", cancellationToken);
        var rows = new CopyRows(stream, columns);
        await rows.SkipHeaderAsync(cancellationToken);
        return rows;
    }

    /// <summary>Goes to the next row; false after the last one.</summary>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        int columns;
        while ((columns = TryRead()) == 0)
        {
            await FillAsync(cancellationToken);
        }

        return columns > 0;
    }

    /// <summary>A bigint of the row; null is not expected.</summary>
    public long Number(int column) => BinaryPrimitives.ReadInt64BigEndian(Bytes(column));

    /// <summary>A bytea of the row, until the next one is read.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => _buffer.AsSpan(_starts[column], _lengths[column]);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private async Task SkipHeaderAsync(CancellationToken cancellationToken)
    {
        while (_end < HeaderBytes + sizeof(int))
        {
            await FillAsync(cancellationToken);
        }

        _at = HeaderBytes + sizeof(int) + BinaryPrimitives.ReadInt32BigEndian(_buffer.AsSpan(HeaderBytes));
    }

    // The columns of the next row; 0 where not all of it is here yet, -1 after the last one.
    private int TryRead()
    {
        if (_end - _at < sizeof(short))
        {
            return 0;
        }

        var columns = BinaryPrimitives.ReadInt16BigEndian(_buffer.AsSpan(_at));
        var at = _at + sizeof(short);
        for (var i = 0; i < columns; i++)
        {
            if (_end - at < sizeof(int))
            {
                return 0;
            }

            _starts[i] = at + sizeof(int);
            _lengths[i] = Math.Max(0, BinaryPrimitives.ReadInt32BigEndian(_buffer.AsSpan(at)));
            at = _starts[i] + _lengths[i];
            if (at > _end)
            {
                return 0;
            }
        }

        _at = at;
        return columns;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        _buffer.AsSpan(_at, _end - _at).CopyTo(_buffer);
        (_at, _end) = (0, _end - _at);
        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = await _stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += read > 0 ? read : throw new EndOfStreamException("The rows of PostgreSQL ended in the middle.");
    }
}
