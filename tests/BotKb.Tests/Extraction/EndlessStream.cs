namespace BotKb.Tests.Extraction;

/// <summary>A file that never ends.</summary>
internal sealed class EndlessStream : MemoryStream
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        buffer.Span.Fill((byte)'a');
        return ValueTask.FromResult(buffer.Length);
    }
}
