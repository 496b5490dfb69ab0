namespace BotKb.Retrieval.Lexical;

/// <summary>
/// The writer's side of the lexical index: takes what has changed in PostgreSQL and publishes a new snapshot. Safe for concurrent use;
/// readers of <see cref="Current"/> never wait. Changes come in the order of the moments at which they were read: a chunk enters once
/// however often it is given, and whoever gives a removed one again brings it back.
/// </summary>
internal sealed class LexicalIndex
{
    private readonly Lock _writing = new();
    private readonly DocumentSlots _documents = new();
    private LexicalSnapshot _current = LexicalSnapshot.Empty;

    /// <summary>What can be searched now.</summary>
    public LexicalSnapshot Current => Volatile.Read(ref _current);

    /// <summary>Bytes of the snapshot and of the writer's own tables, about.</summary>
    public long EstimatedBytes => Current.EstimatedBytes + _documents.EstimatedBytes;

    /// <summary>Takes a batch of changes that were read at one moment.</summary>
    /// <param name="documents">Documents whose scope is new or has changed.</param>
    /// <param name="added">Chunks; one whose document is unknown stays hidden until the document's entry comes.</param>
    /// <param name="removedChunks">Chunks that are gone, whether or not they were ever added; they win over added ones.</param>
    /// <exception cref="InvalidDataException">A term vector is damaged; nothing is added.</exception>
    public void Apply(
        IReadOnlyCollection<DocumentEntry> documents, IReadOnlyCollection<ChunkEntry> added, IReadOnlyCollection<long> removedChunks)
    {
        lock (_writing)
        {
            foreach (var document in documents)
            {
                _documents.SetScope(document);
            }

            var sources = new Dictionary<long, LiveSegment[]>(_current.Sources);
            var removed = removedChunks.Order().ToArray();
            Remove(sources, removed);
            Add(sources, added.Where(chunk => Array.BinarySearch(removed, chunk.ChunkId) < 0));
            Publish(sources);
        }
    }

    /// <summary>Takes a block of one source's chunks, none of which is known: the way to fill an index, from several threads.</summary>
    /// <param name="sourceId">Their source.</param>
    /// <param name="chunks">At least one, at most <see cref="Segment.Capacity"/>, by ascending chunk id.</param>
    /// <param name="builder">The thread's own.</param>
    /// <exception cref="InvalidDataException">A term vector is damaged; nothing is added.</exception>
    public void Fill(long sourceId, ReadOnlySpan<ChunkEntry> chunks, SegmentBuilder builder)
    {
        int[] slots;
        lock (_writing)
        {
            slots = SlotsOf(chunks);
        }

        var segment = LiveSegment.Whole(builder.Build(chunks, slots));
        lock (_writing)
        {
            Publish(new Dictionary<long, LiveSegment[]>(_current.Sources)
            {
                [sourceId] = [.. _current.Sources.GetValueOrDefault(sourceId, []), segment],
            });
        }
    }

    /// <summary>
    /// Merges large segments of a source, which may take a second; searches and changes go on meanwhile. False where nothing is left to do.
    /// </summary>
    public bool MergeOnce()
    {
        foreach (var (source, segments) in Current.Sources)
        {
            if (SegmentTiers.Next(segments) is { } parts)
            {
                Replace(source, parts, SegmentTiers.Merge(parts));
                return true;
            }
        }

        return false;
    }

    // What was removed during the merge is gone from the merged one too. Where a part itself has gone, the merge is of no use.
    private void Replace(long source, IReadOnlyList<LiveSegment> parts, LiveSegment merged)
    {
        lock (_writing)
        {
            var segments = _current.Sources.GetValueOrDefault(source, []).ToList();
            var removed = new List<long>();
            foreach (var part in parts)
            {
                var at = segments.FindIndex(segment => ReferenceEquals(segment.Segment, part.Segment));
                if (at < 0)
                {
                    return;
                }

                removed.AddRange(segments[at].RemovedSince(part));
                segments.RemoveAt(at);
            }

            removed.Sort();
            Publish(new Dictionary<long, LiveSegment[]>(_current.Sources)
            {
                [source] = SegmentTiers.Settle([.. segments, merged.Without(removed.ToArray())]),
            });
        }
    }

    private static void Remove(Dictionary<long, LiveSegment[]> sources, long[] sortedIds)
    {
        foreach (var (source, segments) in sortedIds.Length == 0 ? [] : sources.ToArray())
        {
            var left = Array.ConvertAll(segments, segment => segment.Without(sortedIds));
            if (!left.SequenceEqual(segments, ReferenceEqualityComparer.Instance))
            {
                Set(sources, source, SegmentTiers.Settle(left));
            }
        }
    }

    private void Add(Dictionary<long, LiveSegment[]> sources, IEnumerable<ChunkEntry> added)
    {
        foreach (var chunks in added.GroupBy(chunk => chunk.SourceId))
        {
            var segments = sources.GetValueOrDefault(chunks.Key, []);
            var built = Fresh(segments, chunks).Chunk(Segment.Capacity)
                .Select(block => LiveSegment.Whole(new SegmentBuilder().Build(block, SlotsOf(block)))).ToArray();
            if (built.Length > 0)
            {
                Set(sources, chunks.Key, SegmentTiers.Settle([.. segments, .. built]));
            }
        }
    }

    private static void Set(Dictionary<long, LiveSegment[]> sources, long source, LiveSegment[] segments)
    {
        if (segments.Length == 0)
        {
            sources.Remove(source);
        }
        else
        {
            sources[source] = segments;
        }
    }

    private static IEnumerable<ChunkEntry> Fresh(LiveSegment[] segments, IEnumerable<ChunkEntry> chunks)
    {
        var sorted = chunks.DistinctBy(chunk => chunk.ChunkId).OrderBy(chunk => chunk.ChunkId).ToArray();
        var ids = Array.ConvertAll(sorted, chunk => chunk.ChunkId);
        var known = segments
            .SelectMany(segment => segment.PlacesOf(ids).Where(place => !segment.IsDead(place)).Select(place => segment.Segment.ChunkIds[place]))
            .ToHashSet();
        return sorted.Where(chunk => !known.Contains(chunk.ChunkId));
    }

    private int[] SlotsOf(ReadOnlySpan<ChunkEntry> chunks)
    {
        var slots = new int[chunks.Length];
        for (var i = 0; i < slots.Length; i++)
        {
            slots[i] = _documents.SlotOf(chunks[i].DocumentId);
        }

        return slots;
    }

    private void Publish(Dictionary<long, LiveSegment[]> sources) =>
        Volatile.Write(ref _current, new LexicalSnapshot(sources, _documents.Publish()));
}
