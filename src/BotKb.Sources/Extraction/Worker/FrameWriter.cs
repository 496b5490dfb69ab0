using System.Buffers.Binary;

namespace BotKb.Sources.Extraction.Worker;

/// <summary>Writes frames to a stream. Not safe for concurrent use; leaves the stream open.</summary>
internal sealed class FrameWriter(Stream output)
{
    private readonly byte[] buffer = new byte[Frame.HeaderLength + Frame.MaxPayload];
    private int used;

    /// <summary>Writes one frame; it may wait in a buffer until <see cref="FlushAsync"/>.</summary>
    public async ValueTask WriteAsync(FrameKind kind, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var whole = Frame.HeaderLength + payload.Length;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(whole, buffer.Length, nameof(payload));
        if (used + whole > buffer.Length)
        {
            await FlushAsync(cancellationToken);
        }

        buffer[used] = (byte)kind;
        BinaryPrimitives.WriteUInt32LittleEndian(buffer.AsSpan(used + 1), (uint)payload.Length);
        payload.CopyTo(buffer.AsMemory(used + Frame.HeaderLength));
        used += whole;
    }

    /// <summary>Sends what waits in the buffer.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await output.WriteAsync(buffer.AsMemory(0, used), cancellationToken);
        await output.FlushAsync(cancellationToken);
        used = 0;
    }
}
