namespace BotKb.Tests.Extraction;

/// <summary>A source that breaks off while it is read.</summary>
internal sealed class FailingStream : MemoryStream
{
    public FailingStream()
        : base(new byte[100])
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new IOException("The share is gone.");

    public override int Read(Span<byte> buffer) => throw new IOException("The share is gone.");

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        throw new IOException("The share is gone.");

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        throw new IOException("The share is gone.");

    public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
        throw new IOException("The share is gone.");
}
