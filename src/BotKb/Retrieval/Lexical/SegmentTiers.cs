using System.Numerics;

namespace BotKb.Retrieval.Lexical;

/// <summary>
/// Keeps the segments of a source few: eight of one size class become one of the next, and a segment of which more than a fifth is gone is
/// written again.
/// </summary>
internal static class SegmentTiers
{
    private const int FanOut = 8;
    private const int DeadShare = 5;

    /// <summary>The segments as they should be, found by the same searches as the given ones.</summary>
    public static LiveSegment[] Settle(IEnumerable<LiveSegment> segments)
    {
        var settled = segments
            .Where(segment => segment.LiveCount > 0)
            .Select(segment => segment.DeadCount * DeadShare > segment.Segment.Count ? Merge([segment]) : segment)
            .ToList();
        while (Mergeable(settled) is { } parts)
        {
            settled.RemoveAll(parts.Contains);
            settled.Add(Merge(parts));
        }

        return settled.ToArray();
    }

    private static LiveSegment Merge(IReadOnlyList<LiveSegment> parts) => LiveSegment.Whole(SegmentMerger.Merge(parts));

    private static List<LiveSegment>? Mergeable(List<LiveSegment> segments)
    {
        var full = segments.GroupBy(Tier)
            .Where(tier => tier.Count() >= FanOut && tier.Key < Tier(Segment.Capacity / 2))
            .MinBy(tier => tier.Key);
        if (full is null)
        {
            return null;
        }

        var parts = new List<LiveSegment>();
        var count = 0;
        foreach (var segment in full.OrderBy(segment => segment.LiveCount))
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

    private static int Tier(LiveSegment segment) => Tier(segment.LiveCount);

    private static int Tier(int count) => BitOperations.Log2((uint)count) / BitOperations.Log2(FanOut);
}
