using System.Runtime.CompilerServices;
using BotKb.Access;
using BotKb.Knowledge;
using BotKb.Knowledge.Uploads;

namespace BotKb.Sources.Upload;

/// <summary>
/// The files that people uploaded to a knowledge base for the same readers. Each run lists all of them; a file that replaces another of
/// its name is the same item. Safe for concurrent use.
/// </summary>
public sealed class UploadSource : IKnowledgeSource
{
    private readonly UploadStore store;
    private readonly UploadSettings place;
    private readonly ReaderSet readers;

    /// <exception cref="BotKbException">The readers cannot be understood.</exception>
    internal UploadSource(UploadStore store, UploadSettings place)
    {
        this.store = store;
        this.place = place;
        readers = place.ToReaderSet();
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceChange> ReadChangesAsync(
        string? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (UploadedFile file in await store.ListAsync(place, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return file.IsWhole
                ? new SourceChange.Upserted(new SourceItem(file.Name, file.Name, file.Hash, file.Size, file.UploadedAt, readers))
                : new SourceChange.Failed(file.Name, file.Name, "Some of its bytes are missing in the database: upload it again.");
        }

        cancellationToken.ThrowIfCancellationRequested();
        yield return new SourceChange.Checkpoint(null, EverythingSeen: true);
    }

    /// <inheritdoc/>
    public async Task<Stream> OpenAsync(SourceItem item, CancellationToken cancellationToken) =>
        await store.OpenAsync(place, item.ItemId, cancellationToken)
        ?? throw new SourceItemException($"'{item.Path}' was deleted from the uploaded files.");
}
