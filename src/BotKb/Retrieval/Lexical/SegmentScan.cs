using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BotKb.Retrieval.Lexical;

/// <summary>Scores the chunks of a segment and offers those that the reader may see.</summary>
internal sealed class SegmentScan(ScopeFilter filter, TopHits top)
{
    /// <summary>Scans one segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="postings">Where the postings of each term of the question lie.</param>
    /// <param name="units">What a unit of impact of each term adds to a score.</param>
    public void Run(LiveSegment segment, Range[] postings, float[] units)
    {
        if (Array.TrueForAll(postings, range => range.Equals(default)))
        {
            return;
        }

        var rented = ArrayPool<float>.Shared.Rent(segment.Segment.Count);
        var scores = rented.AsSpan(0, segment.Segment.Count);
        scores.Clear();
        for (var i = 0; i < units.Length; i++)
        {
            Accumulate(segment.Segment.Chunks.AsSpan(postings[i]), segment.Segment.Impacts.AsSpan(postings[i]), units[i], scores);
        }

        Collect(segment, scores);
        ArrayPool<float>.Shared.Return(rented);
    }

    private static void Accumulate(ReadOnlySpan<ushort> chunks, ReadOnlySpan<byte> impacts, float unit, Span<float> scores)
    {
        // A segment numbers its chunks below its count, so the bounds need no check in this innermost loop.
        ref var first = ref MemoryMarshal.GetReference(scores);
        for (var i = 0; i < chunks.Length && i < impacts.Length; i++)
        {
            Unsafe.Add(ref first, chunks[i]) += unit * impacts[i];
        }
    }

    private void Collect(LiveSegment segment, ReadOnlySpan<float> scores)
    {
        var at = 0;
        for (; at + Vector<float>.Count <= scores.Length; at += Vector<float>.Count)
        {
            if (Vector.GreaterThanOrEqualAny(new Vector<float>(scores[at..]), new Vector<float>(top.Threshold)))
            {
                Offer(segment, scores, at, at + Vector<float>.Count);
            }
        }

        Offer(segment, scores, at, scores.Length);
    }

    private void Offer(LiveSegment segment, ReadOnlySpan<float> scores, int from, int to)
    {
        for (var chunk = from; chunk < to; chunk++)
        {
            var slot = segment.Segment.DocumentSlots[chunk];
            if (scores[chunk] >= top.Threshold && !segment.IsDead(chunk) && filter.Allows(slot))
            {
                top.Add(segment.Segment.ChunkIds[chunk], slot, scores[chunk]);
            }
        }
    }
}
