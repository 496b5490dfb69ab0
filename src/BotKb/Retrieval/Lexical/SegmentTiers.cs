using System.Numerics;

namespace BotKb.Retrieval.Lexical;

/// <summary>
/// Keeps the segments of a source few: eight of one size class become one of the next, and a segment of which more than a fifth is gone is
/// written again. What is done in a few milliseconds is done at once; the rest is for the background.
/// </summary>
internal static class SegmentTiers
{
    private const int FanOut = 8;
    private const int DeadShare = 5;
    private const int SmallTiers = 2;
    private static readonly int LargestTier = Tier(Segment.Capacity / 2);

    /// <summary>The segments without empty ones and with small ones merged; the same searches find the same in them.</summary>
    public static LiveSegment[] Settle(IEnumerable<LiveSegment> segments)
    {
        var settled = segments.Where(segment => segment.LiveCount > 0).ToList();
        while (Next(settled, SmallTiers) is { } parts)
        {
            settled.RemoveAll(parts.Contains);
            settled.Add(Merge(parts));
        }

        return settled.ToArray();
    }

    /// <summary>Segments of any size that are to become one; null where nothing is left to merge.</summary>
    public static IReadOnlyList<LiveSegment>? Next(IReadOnlyList<LiveSegment> segments) => Next(segments, LargestTier);

    /// <summary>One segment of all live chunks of the given ones.</summary>
    public static LiveSegment Merge(IReadOnlyList<LiveSegment> parts) => LiveSegment.Whole(SegmentMerger.Merge(parts));

    private static List<LiveSegment>? Next(IReadOnlyList<LiveSegment> segments, int tiers)
    {
        foreach (var segment in segments)
        {
            if (segment.DeadCount * DeadShare > segment.Segment.Count && Tier(segment.Segment.Count) <= tiers)
            {
                return [segment];
            }
        }

        var full = segments.GroupBy(segment => Tier(segment.LiveCount))
            .Where(tier => tier.Count() >= FanOut && tier.Key < tiers)
            .MinBy(tier => tier.Key);
        return full is null ? null : Fitting(full);
    }

    private static List<LiveSegment> Fitting(IEnumerable<LiveSegment> segments)
    {
        var parts = new List<LiveSegment>();
        var count = 0;
        foreach (var segment in segments.OrderBy(segment => segment.LiveCount))
        {
            count += segment.LiveCount;
            if (count > Segment.Capacity)
            {
                break;
            }

            parts.Add(segment);
        }

        return parts;
    }

    private static int Tier(int count) => BitOperations.Log2((uint)count) / BitOperations.Log2(FanOut);
}
