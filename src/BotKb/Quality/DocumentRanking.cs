using System.Collections.Immutable;
using System.Diagnostics;
using BotKb.Access;
using BotKb.Retrieval;

namespace BotKb.Quality;

/// <summary>Ranks documents by their best passage.</summary>
/// <param name="search">The product's search.</param>
/// <param name="files">Every document that was loaded.</param>
/// <param name="knowledgeBases">Where to search.</param>
/// <param name="time">Measures the searches.</param>
internal sealed class DocumentRanking(
    IPassageSearch search,
    IReadOnlyList<CorpusFile> files,
    IReadOnlyList<long> knowledgeBases,
    TimeProvider time)
{
    private const int DocumentsNeeded = 10;
    private const int PassagesAtFirst = 100;
    private const int PassagesAtMost = 3200;
    private readonly Dictionary<string, CorpusFile> _byPath = files.ToDictionary(file => file.Path, StringComparer.Ordinal);

    /// <summary>How many documents compete.</summary>
    public int Documents => _byPath.Count;

    /// <summary>Milliseconds of a search for so many passages as an answer reads.</summary>
    public async Task<double> TimeAsync(string question, int passages, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        await search.SearchAsync(question, knowledgeBases, Reader.Anonymous, passages, cancellationToken);
        return time.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>The documents found, best first: ten at least, unless fewer match.</summary>
    public async Task<IReadOnlyList<RankedDocument>> RankAsync(string question, CancellationToken cancellationToken)
    {
        for (var count = PassagesAtFirst; ; count *= 2)
        {
            var found = await search.SearchAsync(question, knowledgeBases, Reader.Anonymous, count, cancellationToken);
            var ranked = Rank(found.Passages);
            if (ranked.Count >= DocumentsNeeded || found.Passages.Length < count || count >= PassagesAtMost)
            {
                return ranked;
            }
        }
    }

    private List<RankedDocument> Rank(ImmutableArray<Passage> passages) =>
        [.. passages.DistinctBy(passage => passage.Path).Select(passage => new RankedDocument(FileOf(passage), passage.FusedScore ?? passage.Score))];

    private CorpusFile FileOf(Passage passage) => _byPath.TryGetValue(passage.Path, out var file)
        ? file
        : throw new UnreachableException("A search returned a passage of a document that was not loaded.");
}
