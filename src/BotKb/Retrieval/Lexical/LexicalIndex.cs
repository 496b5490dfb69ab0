namespace BotKb.Retrieval.Lexical;

/// <summary>
/// The writer's side of the lexical index: takes what has changed in PostgreSQL and publishes a new snapshot. One caller at a time; readers
/// of <see cref="Current"/> need no lock. A chunk id enters once however often it is given, and never after it was removed. Large batches
/// go straight into segments: give up to <see cref="Segment.Capacity"/> chunks of a source at once when filling an index.
/// </summary>
internal sealed class LexicalIndex
{
    private readonly RemovedChunks _removed = new();
    private readonly DocumentSlots _documents = new();
    private LexicalSnapshot _current = LexicalSnapshot.Empty;

    /// <summary>What can be searched now.</summary>
    public LexicalSnapshot Current => Volatile.Read(ref _current);

    /// <summary>Takes a batch of changes, in any order and repeated at will.</summary>
    /// <param name="documents">Documents whose scope is new or has changed.</param>
    /// <param name="added">Chunks; one whose document is unknown stays hidden until the document's entry comes.</param>
    /// <param name="removedChunks">Chunks that are gone, whether or not they were ever added.</param>
    /// <exception cref="InvalidDataException">A term vector is damaged; nothing is added.</exception>
    public void Apply(
        IReadOnlyCollection<DocumentEntry> documents, IReadOnlyCollection<ChunkEntry> added, IReadOnlyCollection<long> removedChunks)
    {
        foreach (var document in documents)
        {
            _documents.SetScope(document);
        }

        foreach (var id in removedChunks)
        {
            _removed.Add(id);
        }

        var sources = new Dictionary<long, LiveSegment[]>(_current.Sources);
        Remove(sources, removedChunks);
        Add(sources, added);
        Volatile.Write(ref _current, new LexicalSnapshot(sources, _documents.Publish()));
    }

    private static void Remove(Dictionary<long, LiveSegment[]> sources, IReadOnlyCollection<long> removedChunks)
    {
        var ids = removedChunks.Order().ToArray();
        foreach (var (source, segments) in ids.Length == 0 ? [] : sources.ToArray())
        {
            var left = Array.ConvertAll(segments, segment => segment.Without(ids));
            if (!left.SequenceEqual(segments, ReferenceEqualityComparer.Instance))
            {
                sources[source] = SegmentTiers.Settle(left);
            }
        }
    }

    private void Add(Dictionary<long, LiveSegment[]> sources, IReadOnlyCollection<ChunkEntry> added)
    {
        foreach (var chunks in added.Where(chunk => !_removed.Contains(chunk.ChunkId)).GroupBy(chunk => chunk.SourceId))
        {
            var segments = sources.GetValueOrDefault(chunks.Key, []);
            var built = Fresh(segments, chunks).Chunk(Segment.Capacity)
                .Select(block => LiveSegment.Whole(SegmentBuilder.Build(block, _documents.SlotOf))).ToArray();
            if (built.Length > 0)
            {
                sources[chunks.Key] = SegmentTiers.Settle([.. segments, .. built]);
            }
        }
    }

    private static IEnumerable<ChunkEntry> Fresh(LiveSegment[] segments, IEnumerable<ChunkEntry> chunks)
    {
        var sorted = chunks.DistinctBy(chunk => chunk.ChunkId).OrderBy(chunk => chunk.ChunkId).ToArray();
        var ids = Array.ConvertAll(sorted, chunk => chunk.ChunkId);
        var known = segments.SelectMany(segment => segment.PlacesOf(ids).Select(place => segment.Segment.ChunkIds[place])).ToHashSet();
        return sorted.Where(chunk => !known.Contains(chunk.ChunkId));
    }
}
