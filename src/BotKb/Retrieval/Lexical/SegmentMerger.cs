namespace BotKb.Retrieval.Lexical;

/// <summary>Makes one segment of several, without what is gone.</summary>
internal static class SegmentMerger
{
    private const int Gone = -1;

    /// <summary>The segment of all live chunks of <paramref name="parts"/>: at least one, at most <see cref="Segment.Capacity"/>.</summary>
    public static Segment Merge(IReadOnlyList<LiveSegment> parts)
    {
        var numbers = parts.Select(part => new int[part.Segment.Count]).ToArray();
        var live = Renumber(parts, numbers);
        var list = new PostingList(checked((int)parts.Sum(part => (long)part.Segment.Chunks.Length)));
        var heads = new int[parts.Count];
        while (LowestTerm(parts, heads) is { } term)
        {
            for (var i = 0; i < heads.Length; i++)
            {
                var segment = parts[i].Segment;
                if (heads[i] < segment.Terms.Length && segment.Terms[heads[i]] == term)
                {
                    Copy(segment, heads[i]++, numbers[i], list);
                }
            }
        }

        return list.ToSegment(
            live.Select(chunk => chunk.Id).ToArray(),
            live.Select(chunk => parts[chunk.Part].Segment.DocumentSlots[chunk.Place]).ToArray());
    }

    private static List<(long Id, int Part, int Place)> Renumber(IReadOnlyList<LiveSegment> parts, int[][] numbers)
    {
        var live = new List<(long Id, int Part, int Place)>();
        for (var part = 0; part < parts.Count; part++)
        {
            Array.Fill(numbers[part], Gone);
            for (var place = 0; place < numbers[part].Length; place++)
            {
                if (!parts[part].IsDead(place))
                {
                    live.Add((parts[part].Segment.ChunkIds[place], part, place));
                }
            }
        }

        live.Sort((a, b) => a.Id.CompareTo(b.Id));
        for (var number = 0; number < live.Count; number++)
        {
            numbers[live[number].Part][live[number].Place] = number;
        }

        return live;
    }

    private static uint? LowestTerm(IReadOnlyList<LiveSegment> parts, int[] heads)
    {
        uint? lowest = null;
        for (var i = 0; i < heads.Length; i++)
        {
            var terms = parts[i].Segment.Terms;
            if (heads[i] < terms.Length && (lowest is null || terms[heads[i]] < lowest))
            {
                lowest = terms[heads[i]];
            }
        }

        return lowest;
    }

    private static void Copy(Segment segment, int term, int[] numbers, PostingList list)
    {
        for (var i = segment.Starts[term]; i < segment.Starts[term + 1]; i++)
        {
            var number = numbers[segment.Chunks[i]];
            if (number != Gone)
            {
                list.Add(segment.Terms[term], (ushort)number, segment.Impacts[i]);
            }
        }
    }
}
