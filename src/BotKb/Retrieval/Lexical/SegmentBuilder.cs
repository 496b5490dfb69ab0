using System.Numerics;

namespace BotKb.Retrieval.Lexical;

/// <summary>
/// Makes segments from packed term vectors, one at a time. Vectors are sorted by term, so a stretch of the term space is read from all of
/// them, sorted and appended before the next one: the memory beside the result stays small, and is used again for the next segment.
/// </summary>
internal sealed class SegmentBuilder
{
    // Small enough for the caches of a processor.
    private const int PostingsOfStretch = 1 << 18;
    private readonly PostingSorter _sorter = new();
    private VectorCursor[] _cursors = [];
    private float[] _saturations = [];

    /// <summary>The segment of the given chunks.</summary>
    /// <param name="chunks">At least one, at most <see cref="Segment.Capacity"/>, by ascending chunk id.</param>
    /// <param name="documentSlots">The slot of each chunk's document; belongs to the segment from now on.</param>
    /// <exception cref="InvalidDataException">The vector of a chunk is damaged.</exception>
    public Segment Build(ReadOnlySpan<ChunkEntry> chunks, int[] documentSlots)
    {
        if (_cursors.Length < chunks.Length)
        {
            _cursors = new VectorCursor[chunks.Length];
            _saturations = new float[chunks.Length];
        }

        var ids = new long[chunks.Length];
        var total = 0L;
        for (var i = 0; i < chunks.Length; i++)
        {
            ids[i] = chunks[i].ChunkId;
            _cursors[i] = new VectorCursor(chunks[i].Lex, chunks[i].ChunkId);
            _saturations[i] = Bm25.Saturation(_cursors[i].Length);
            total += _cursors[i].Count;
        }

        var list = new PostingList(checked((int)total));
        Append(_cursors.AsSpan(0, chunks.Length), total, list);
        return list.ToSegment(ids, documentSlots);
    }

    private void Append(Span<VectorCursor> cursors, long total, PostingList list)
    {
        var stretchBits = BitOperations.Log2((ulong)(total / PostingsOfStretch) + 1);
        var termBits = 32 - stretchBits;
        for (var stretch = 1L; stretch <= 1L << stretchBits; stretch++)
        {
            var end = (stretch << termBits) - 1;
            for (var i = 0; i < cursors.Length; i++)
            {
                ref var cursor = ref cursors[i];
                while (!cursor.AtEnd && cursor.Term <= end)
                {
                    _sorter.Add(cursor.Term, i, Bm25.Impact(cursor.Frequency, _saturations[i]));
                    cursor.MoveNext();
                }
            }

            foreach (var posting in _sorter.Sort(termBits))
            {
                list.Add(PostingSorter.TermOf(posting), (ushort)(posting >> 8), (byte)posting);
            }
        }
    }
}
