namespace BotKb.Sources.Extraction.Worker;

/// <summary>The content frames up to the end frame as one stream; asynchronous reads only.</summary>
internal sealed class FrameContentStream(FrameReader frames, long maxBytes) : Stream
{
    private ReadOnlyMemory<byte> rest;
    private long total;
    private bool ended;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    /// <exception cref="ContentTooLongException">More bytes come than the limit allows.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (rest.IsEmpty && !ended)
        {
            await NextAsync(cancellationToken);
        }

        var count = Math.Min(rest.Length, buffer.Length);
        rest[..count].CopyTo(buffer);
        rest = rest[count..];
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    private async ValueTask NextAsync(CancellationToken cancellationToken)
    {
        var frame = await frames.ReadAsync(cancellationToken) ?? throw new EndOfStreamException("The content has no end.");
        switch (frame.Kind)
        {
            case FrameKind.Content:
                total += frame.Payload.Length;
                rest = total <= maxBytes ? frame.Payload : throw new ContentTooLongException();
                break;
            case FrameKind.End:
                ended = true;
                break;
            default:
                throw new InvalidDataException($"A {frame.Kind} frame came within content.");
        }
    }
}
