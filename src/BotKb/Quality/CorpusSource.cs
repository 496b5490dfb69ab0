using System.Runtime.CompilerServices;
using System.Text;
using BotKb.Access;
using BotKb.Knowledge;

namespace BotKb.Quality;

/// <summary>The documents of data sets as a source: one file a document, readable by everyone.</summary>
/// <param name="corpus">The documents to report.</param>
internal sealed class CorpusSource(IReadOnlyList<CorpusFile> corpus) : IKnowledgeSource
{
    private readonly Dictionary<string, CorpusFile> _byPath = corpus.ToDictionary(file => file.Path, StringComparer.Ordinal);

    public async IAsyncEnumerable<SourceChange> ReadChangesAsync(
        string? cursor,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var file in corpus)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new SourceChange.Upserted(Describe(file));
        }

        yield return new SourceChange.Checkpoint(null, EverythingSeen: true);
    }

    public Task<Stream> OpenAsync(SourceItem item, CancellationToken cancellationToken) =>
        _byPath.TryGetValue(item.ItemId, out var file)
            ? Task.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes(file.Document.Text), writable: false))
            : throw new SourceItemException($"The data set holds no document {item.ItemId}.");

    private static SourceItem Describe(CorpusFile file) => new(
        file.Path,
        file.Path,
        Version: "1",
        Encoding.UTF8.GetByteCount(file.Document.Text),
        DateTimeOffset.UnixEpoch,
        ReaderSet.All,
        file.Document.Title.Length > 0 ? file.Document.Title : null);
}
