namespace BotKb.Sources.Extraction.Worker;

/// <summary>
/// A file's content that can be read again after a crash. Content that cannot be rewound is first copied to the disk; a slow
/// download then does not count as slow reading either.
/// </summary>
internal sealed class RewindableContent : IAsyncDisposable
{
    private readonly Stream stream;
    private readonly long start;
    private readonly bool owned;

    private RewindableContent(Stream stream, long start, bool owned)
    {
        this.stream = stream;
        this.start = start;
        this.owned = owned;
    }

    /// <summary>Prepares <paramref name="content"/>; null where it is longer than <paramref name="maxBytes"/>.</summary>
    public static async Task<RewindableContent?> OpenAsync(
        Stream content, long maxBytes, string folder, CancellationToken cancellationToken)
    {
        if (content.CanSeek)
        {
            var position = content.Position;
            return content.Length - position > maxBytes ? null : new RewindableContent(content, position, owned: false);
        }

        var copy = UnnamedFile.Create(folder);
        try
        {
            if (await CopyAsync(content, copy, maxBytes, cancellationToken))
            {
                return new RewindableContent(copy, 0, owned: true);
            }
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }

        await copy.DisposeAsync();
        return null;
    }

    /// <summary>The content from its beginning; the caller does not dispose it.</summary>
    public Stream Rewind()
    {
        stream.Position = start;
        return stream;
    }

    public ValueTask DisposeAsync() => owned ? stream.DisposeAsync() : ValueTask.CompletedTask;

    private static async Task<bool> CopyAsync(Stream from, Stream to, long maxBytes, CancellationToken cancellationToken)
    {
        var buffer = new byte[Frame.MaxPayload];
        int count;
        while ((count = await from.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (to.Length + count > maxBytes)
            {
                return false;
            }

            await to.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        return true;
    }
}
