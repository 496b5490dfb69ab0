using System.Numerics;

namespace BotKb.Retrieval.Lexical;

/// <summary>
/// Makes a segment from packed term vectors. Vectors are sorted by term, so a stretch of the term space is read from all of them, sorted
/// and appended before the next one: the memory beside the result stays small.
/// </summary>
internal static class SegmentBuilder
{
    private const int PostingsOfStretch = 1 << 22;

    /// <summary>The segment of the given chunks.</summary>
    /// <param name="chunks">At least one, at most <see cref="Segment.Capacity"/>, by ascending chunk id.</param>
    /// <param name="slotOf">The slot of a document.</param>
    /// <exception cref="InvalidDataException">The vector of a chunk is damaged.</exception>
    public static Segment Build(ReadOnlySpan<ChunkEntry> chunks, Func<long, int> slotOf)
    {
        var cursors = new VectorCursor[chunks.Length];
        var saturations = new float[chunks.Length];
        var total = 0L;
        for (var i = 0; i < chunks.Length; i++)
        {
            cursors[i] = new VectorCursor(chunks[i].Lex, chunks[i].ChunkId);
            saturations[i] = Bm25.Saturation(cursors[i].Length);
            total += cursors[i].Count;
        }

        var list = new PostingList(checked((int)total));
        Append(cursors, saturations, total, list);
        var ids = new long[chunks.Length];
        var slots = new int[chunks.Length];
        for (var i = 0; i < chunks.Length; i++)
        {
            ids[i] = chunks[i].ChunkId;
            slots[i] = slotOf(chunks[i].DocumentId);
        }

        return list.ToSegment(ids, slots);
    }

    private static void Append(VectorCursor[] cursors, float[] saturations, long total, PostingList list)
    {
        var stretchBits = BitOperations.Log2((ulong)(total / PostingsOfStretch) + 1);
        var termBits = 32 - stretchBits;
        var sorter = new PostingSorter((int)Math.Min(total + 1, PostingsOfStretch * 2));
        for (var stretch = 1L; stretch <= 1L << stretchBits; stretch++)
        {
            var end = (stretch << termBits) - 1;
            for (var i = 0; i < cursors.Length; i++)
            {
                ref var cursor = ref cursors[i];
                while (!cursor.AtEnd && cursor.Term <= end)
                {
                    sorter.Add(cursor.Term, i, Bm25.Impact(cursor.Frequency, saturations[i]));
                    cursor.MoveNext();
                }
            }

            foreach (var posting in sorter.Sort(termBits))
            {
                list.Add(PostingSorter.TermOf(posting), (ushort)(posting >> 8), (byte)posting);
            }
        }
    }
}
