using System.Buffers;
using System.Security.Cryptography;
using BotKb.Data;
using Npgsql;

namespace BotKb.Knowledge.Uploads;

/// <summary>A file that is being uploaded; nobody sees it before it is complete. For one caller at a time.</summary>
public sealed class PendingUpload : IAsyncDisposable
{
    private const int PartBytes = 1024 * 1024;

    private readonly NpgsqlDataSource _database;
    private readonly TimeProvider _time;
    private readonly long _id;
    private readonly long _mostBytes;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _part = ArrayPool<byte>.Shared.Rent(PartBytes);
    private int _inPart;
    private int _parts;
    private bool _ended;

    internal PendingUpload(NpgsqlDataSource database, TimeProvider time, long sourceId, long id, string name, long mostBytes)
    {
        _database = database;
        _time = time;
        _id = id;
        _mostBytes = mostBytes;
        SourceId = sourceId;
        Name = name;
    }

    /// <summary>The source that the file belongs to.</summary>
    public long SourceId { get; }

    /// <summary>The name under which it is stored.</summary>
    public string Name { get; }

    /// <summary>Bytes so far.</summary>
    public long Size { get; private set; }

    /// <summary>Stores some bytes.</summary>
    /// <exception cref="UploadRefusedException">It has become too large, or was swept away.</exception>
    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (Size + bytes.Length > _mostBytes)
        {
            throw new UploadRefusedException(UploadRefusal.TooLarge);
        }

        Size += bytes.Length;
        _hash.AppendData(bytes.Span);
        while (!bytes.IsEmpty)
        {
            var some = Math.Min(bytes.Length, PartBytes - _inPart);
            bytes[..some].CopyTo(_part.AsMemory(_inPart));
            bytes = bytes[some..];
            _inPart += some;
            if (_inPart == PartBytes)
            {
                await FlushAsync(cancellationToken);
            }
        }
    }

    /// <summary>Makes the file visible, in the place of an earlier one of its name.</summary>
    /// <exception cref="UploadRefusedException">It was swept away, or others may read the file of this name.</exception>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        var hash = _hash.GetCurrentHash();
        await PostgresFailure.RetryAsync(token => PublishAsync(hash, token), cancellationToken);
        _ended = true;
    }

    /// <summary>Takes away what was stored, unless it is complete.</summary>
    public async ValueTask DisposeAsync()
    {
        _hash.Dispose();
        ArrayPool<byte>.Shared.Return(_part);
        if (_ended)
        {
            return;
        }

        _ended = true;
        try
        {
            await using var command = Command(UploadSql.Abandon, _id);
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (NpgsqlException)
        {
            // The sweep takes it.
        }
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_inPart == 0)
        {
            return;
        }

        try
        {
            await PostgresFailure.RetryAsync(AppendAsync, cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            throw new UploadRefusedException(UploadRefusal.Gone, exception);
        }

        _parts++;
        _inPart = 0;
    }

    private async Task AppendAsync(CancellationToken cancellationToken)
    {
        await using var command = Command(UploadSql.Append, _id);
        command.Parameters.AddWithValue(_parts);
        command.Parameters.Add(new NpgsqlParameter<ArraySegment<byte>> { TypedValue = new ArraySegment<byte>(_part, 0, _inPart) });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task PublishAsync(byte[] hash, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var publish = new NpgsqlBatch(connection);
        Add(publish, UploadSql.Replace, SourceId, Name, _id);
        Add(publish, UploadSql.Complete, _id, hash, Size, _time.GetUtcNow());
        await RequirePlaceAsync(connection, cancellationToken);
        await publish.ExecuteNonQueryAsync(cancellationToken);
        if (publish.BatchCommands[1].RecordsAffected == 0)
        {
            throw new UploadRefusedException(UploadRefusal.Gone);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private async Task RequirePlaceAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        Add(batch, UploadSql.Hold, SourceId);
        Add(batch, UploadSql.IsTaken, SourceId, Name);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            throw new UploadRefusedException(UploadRefusal.Gone);
        }

        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        if (reader.GetBoolean(0))
        {
            throw new UploadRefusedException(UploadRefusal.OtherReaders);
        }
    }

    private static void Add(NpgsqlBatch batch, string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.AddWithValue(value);
        }

        batch.BatchCommands.Add(command);
    }

    private NpgsqlCommand Command(string sql, long id)
    {
        var command = _database.CreateCommand(sql);
        command.Parameters.AddWithValue(id);
        return command;
    }
}
