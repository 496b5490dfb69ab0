namespace BotKb.EndToEndTests.Extraction;

/// <summary>A file's content that tells when it is read to its end, and can lie about its length.</summary>
internal sealed class ContentProbe(byte[] content) : MemoryStream(content)
{
    private readonly TaskCompletionSource read = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What happens when it is read, before any byte is given.</summary>
    public Action OnRead { get; init; } = () => { };

    /// <summary>The length that it claims; its own where this is not set.</summary>
    public long? ClaimedLength { get; init; }

    public override long Length => ClaimedLength ?? base.Length;

    /// <summary>Completes when the last byte was taken: a worker has the file.</summary>
    public Task WasRead => read.Task;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        OnRead();
        var count = base.Read(buffer.Span);
        if (count == 0)
        {
            read.TrySetResult();
        }

        return ValueTask.FromResult(count);
    }
}
