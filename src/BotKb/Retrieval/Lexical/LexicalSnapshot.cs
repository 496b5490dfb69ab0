using BotKb.Retrieval.Analysis;

namespace BotKb.Retrieval.Lexical;

/// <summary>The lexical index at one moment: immutable, safe for any number of searches at once.</summary>
internal sealed class LexicalSnapshot(IReadOnlyDictionary<long, LiveSegment[]> sources, DocumentTable documents)
{
    /// <summary>Nothing.</summary>
    public static LexicalSnapshot Empty { get; } = new(new Dictionary<long, LiveSegment[]>(), DocumentTable.Empty);

    /// <summary>The segments by source.</summary>
    public IReadOnlyDictionary<long, LiveSegment[]> Sources => sources;

    /// <summary>Chunks that can be found.</summary>
    public long ChunkCount => sources.Values.Sum(segments => segments.Sum(segment => (long)segment.LiveCount));

    /// <summary>How many segments they lie in.</summary>
    public int SegmentCount => sources.Values.Sum(segments => segments.Length);

    /// <summary>The memory that the arrays of this snapshot take, without the writer's own tables.</summary>
    public long EstimatedBytes =>
        documents.Bytes + sources.Values.Sum(segments => segments.Sum(segment => segment.Segment.Bytes + (segment.Dead.Length * 8L)));

    /// <summary>How many chunks of the given sources lie in visible scopes; counting stops at <paramref name="limit"/>.</summary>
    /// <param name="sourceIds">Where to count; unknown sources are empty.</param>
    /// <param name="scopeIds">The scopes that the reader may see.</param>
    /// <param name="limit">The most that matters to the caller.</param>
    public int CountVisible(IReadOnlyList<long> sourceIds, IReadOnlySet<long> scopeIds, int limit)
    {
        var filter = new ScopeFilter(documents, scopeIds);
        var count = 0;
        foreach (var segment in sourceIds.Distinct().SelectMany(source => sources.GetValueOrDefault(source, [])))
        {
            var slots = segment.Segment.DocumentSlots;
            for (var i = 0; i < slots.Length && count < limit; i++)
            {
                count += filter.Allows(slots[i]) && !segment.IsDead(i) ? 1 : 0;
            }
        }

        return count;
    }

    /// <summary>
    /// The best chunks of the given sources in visible scopes: exactly those that scoring every chunk would give (see
    /// <see cref="Bm25"/>). Rarity is counted within the sources searched, chunks that are gone but not cleared away yet included.
    /// </summary>
    /// <param name="terms">The question; each term once.</param>
    /// <param name="sourceIds">Where to search; unknown sources are empty.</param>
    /// <param name="scopeIds">The scopes that the reader may see.</param>
    /// <param name="count">At most so many hits.</param>
    public LexicalHits Search(IReadOnlyList<QueryTerm> terms, IReadOnlyList<long> sourceIds, IReadOnlySet<long> scopeIds, int count)
    {
        var segments = sourceIds.Distinct().SelectMany(source => sources.GetValueOrDefault(source, [])).ToArray();
        var postings = Array.ConvertAll(segments, segment => terms.Select(term => segment.Segment.PostingsOf(term.Term)).ToArray());
        var chunks = segments.Sum(segment => (long)segment.Segment.Count);
        var units = new float[terms.Count];
        var idfs = new Dictionary<uint, float>(terms.Count);
        for (var i = 0; i < units.Length; i++)
        {
            var idf = Bm25.Idf(postings.Sum(ranges => (long)(ranges[i].End.Value - ranges[i].Start.Value)), chunks);
            idfs[terms[i].Term] = idf;
            units[i] = Bm25.Unit(terms[i].Weight, idf);
        }

        var top = new TopHits(count);
        var scan = new SegmentScan(new ScopeFilter(documents, scopeIds), top);
        for (var i = 0; count > 0 && i < segments.Length; i++)
        {
            scan.Run(segments[i], postings[i], units);
        }

        return new LexicalHits(top.Take(documents), idfs);
    }
}
