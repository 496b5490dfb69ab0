using System.Numerics;

namespace BotKb.Retrieval.Lexical;

/// <summary>A segment and which of its chunks are gone. Immutable: a removal makes another one over the same postings.</summary>
internal sealed record LiveSegment(Segment Segment, ulong[] Dead, int DeadCount)
{
    /// <summary>A segment of which nothing is gone.</summary>
    public static LiveSegment Whole(Segment segment) => new(segment, new ulong[(segment.Count + 63) / 64], 0);

    /// <summary>How many chunks can be found.</summary>
    public int LiveCount => Segment.Count - DeadCount;

    /// <summary>True where a chunk is gone.</summary>
    public bool IsDead(int chunk) => (Dead[chunk >> 6] >> (chunk & 63) & 1) != 0;

    /// <summary>The places of those of the given chunks that this segment holds.</summary>
    /// <param name="sortedIds">Chunk ids, ascending.</param>
    public IEnumerable<int> PlacesOf(long[] sortedIds)
    {
        var ids = Segment.ChunkIds;
        var from = Array.BinarySearch(sortedIds, ids[0]);
        for (var i = from < 0 ? ~from : from; i < sortedIds.Length && sortedIds[i] <= ids[^1]; i++)
        {
            var place = Array.BinarySearch(ids, sortedIds[i]);
            if (place >= 0)
            {
                yield return place;
            }
        }
    }

    /// <summary>The chunks that are gone here and were not in <paramref name="earlier"/>, an earlier state of this segment.</summary>
    public IEnumerable<long> RemovedSince(LiveSegment earlier) =>
        DeadCount == earlier.DeadCount
            ? []
            : Enumerable.Range(0, Segment.Count).Where(place => IsDead(place) && !earlier.IsDead(place)).Select(place => Segment.ChunkIds[place]);

    /// <summary>The same segment without the given chunks; itself where it holds none of them.</summary>
    /// <param name="sortedIds">Chunk ids, ascending.</param>
    public LiveSegment Without(long[] sortedIds)
    {
        ulong[]? dead = null;
        foreach (var place in PlacesOf(sortedIds))
        {
            dead ??= (ulong[])Dead.Clone();
            dead[place >> 6] |= 1UL << (place & 63);
        }

        return dead is null ? this : this with { Dead = dead, DeadCount = dead.Sum(BitOperations.PopCount) };
    }
}
