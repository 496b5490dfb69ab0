using Npgsql;

namespace BotKb.Knowledge.Uploads;

/// <summary>The bytes of a complete upload, one part in memory; holds no connection while it waits for its reader.</summary>
internal sealed class UploadContent(NpgsqlDataSource database, long uploadId, long size) : Stream
{
    private ReadOnlyMemory<byte> _part;
    private int _next;
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => size;

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_part.IsEmpty && _read < size)
        {
            _part = await NextPartAsync(cancellationToken);
        }

        var some = Math.Min(buffer.Length, _part.Length);
        _part[..some].CopyTo(buffer);
        _part = _part[some..];
        _read += some;
        return some;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("It is read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private async Task<byte[]> NextPartAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select bytes from upload_part where upload_id = $1 and ordinal = $2");
        command.Parameters.AddWithValue(uploadId);
        command.Parameters.AddWithValue(_next++);
        return await command.ExecuteScalarAsync(cancellationToken) as byte[]
            ?? throw new IOException("The file was replaced or deleted while it was read.");
    }
}
