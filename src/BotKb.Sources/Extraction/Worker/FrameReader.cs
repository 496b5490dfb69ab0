using System.Buffers.Binary;

namespace BotKb.Sources.Extraction.Worker;

/// <summary>Reads frames from a stream. Not safe for concurrent use; leaves the stream open.</summary>
internal sealed class FrameReader(Stream input)
{
    private readonly byte[] buffer = new byte[Frame.HeaderLength + Frame.MaxPayload];
    private int start;
    private int end;

    /// <summary>Reads one frame; null where the stream ends before one begins.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a frame.</exception>
    /// <exception cref="EndOfStreamException">The stream ends within a frame.</exception>
    public async ValueTask<Frame?> ReadAsync(CancellationToken cancellationToken)
    {
        if (!await HasAsync(Frame.HeaderLength, cancellationToken))
        {
            return start == end ? null : throw new EndOfStreamException("The stream ends within a frame.");
        }

        var kind = (FrameKind)buffer[start];
        var length = BinaryPrimitives.ReadUInt32LittleEndian(buffer.AsSpan(start + 1));
        if (!Enum.IsDefined(kind) || length > Frame.MaxPayload)
        {
            throw new InvalidDataException("The stream holds something else than a frame.");
        }

        var whole = Frame.HeaderLength + (int)length;
        if (!await HasAsync(whole, cancellationToken))
        {
            throw new EndOfStreamException("The stream ends within a frame.");
        }

        var payload = buffer.AsMemory(start + Frame.HeaderLength, (int)length);
        start += whole;
        return new Frame(kind, payload);
    }

    /// <summary>Reads the frame that has to come now.</summary>
    /// <exception cref="InvalidDataException">Another frame comes, or none.</exception>
    public async ValueTask<Frame> ReadAsync(FrameKind expected, CancellationToken cancellationToken)
    {
        var frame = await ReadAsync(cancellationToken);
        return frame is { } found && found.Kind == expected
            ? found
            : throw new InvalidDataException($"A {expected} frame was due.");
    }

    /// <summary>Fills the buffer until it holds so many unread bytes; false where the stream ends before.</summary>
    private async ValueTask<bool> HasAsync(int count, CancellationToken cancellationToken)
    {
        if (end - start >= count)
        {
            return true;
        }

        buffer.AsSpan(start..end).CopyTo(buffer);
        end -= start;
        start = 0;
        end += await input.ReadAtLeastAsync(buffer.AsMemory(end), count - end, throwOnEndOfStream: false, cancellationToken);
        return end >= count;
    }
}
