namespace BotKb.Sources.Extraction.Pdf;

/// <summary>
/// Puts the runs of a page into the order in which people read them. Most programs draw text in that order, columns included,
/// so it is kept unless the drawing jumps about; running headers and footers go to the ends of the page wherever they were drawn.
/// </summary>
internal static class ReadingOrder
{
    private const int LongestMargin = 3;

    /// <summary>The runs of one flow in reading order.</summary>
    public static IReadOnlyList<TextRun> Sort(List<TextRun> runs)
    {
        var (jumps, segments) = Segments(runs);
        if ((jumps >= 4 && jumps > 0.12 * runs.Count) || AreColumnsInterleaved(runs))
        {
            return ColumnCut.Sort(Beside(runs));
        }

        return segments.Count == 1 ? runs : MarginsLast(segments);
    }

    /// <summary>Two columns of running text drawn line by line across both.</summary>
    private static bool AreColumnsInterleaved(List<TextRun> runs)
    {
        var pairs = 0;
        for (var i = 1; i < runs.Count; i++)
        {
            var em = runs[i].Size;
            var areWide = Math.Min(runs[i - 1].Width, runs[i].Width) > 12 * em;
            pairs += areWide && runs[i - 1].IsBeside(runs[i]) && runs[i].Left - runs[i - 1].Right > 0.8 * em ? 1 : 0;
        }

        return pairs >= 6 && pairs > 0.25 * runs.Count;
    }

    /// <summary>Cuts where the drawing moves up or leaves a wide gap; counts the moves up that do not begin another column.</summary>
    private static (int Jumps, List<List<TextRun>> Segments) Segments(List<TextRun> runs)
    {
        var segments = new List<List<TextRun>> { new() { runs[0] } };
        var jumps = 0;
        for (var i = 1; i < runs.Count; i++)
        {
            var (above, run) = (runs[i - 1], runs[i]);
            var em = Math.Max(above.Size, run.Size);
            var fall = above.Baseline - run.Baseline;
            if (fall < -0.7 * em || fall > 3.5 * em)
            {
                jumps += fall < 0 && run.Left < above.Left + (5 * em) ? 1 : 0;
                segments.Add([]);
            }

            segments[^1].Add(run);
        }

        return (jumps, segments);
    }

    private static List<TextRun> MarginsLast(List<List<TextRun>> segments)
    {
        var (head, foot) = (new List<List<TextRun>>(), new List<List<TextRun>>());
        for (var found = true; found && segments.Count > 1;)
        {
            found = TakeExtreme(segments, foot, lowest: true) || TakeExtreme(segments, head, lowest: false);
        }

        foot.Reverse();
        return [.. head.Concat(segments).Concat(foot).SelectMany(segment => segment)];
    }

    /// <summary>Takes the outermost segment when it is short, out of place and clear of all others.</summary>
    private static bool TakeExtreme(List<List<TextRun>> segments, List<List<TextRun>> taken, bool lowest)
    {
        var ends = segments.Select(segment => (Top: segment.Max(run => run.Baseline), Bottom: segment.Min(run => run.Baseline))).ToArray();
        var outermost = lowest
            ? Array.IndexOf(ends, ends.MinBy(end => end.Bottom))
            : Array.IndexOf(ends, ends.MaxBy(end => end.Top));
        var isClear = lowest
            ? ends.Where((_, i) => i != outermost).All(end => end.Bottom > ends[outermost].Top)
            : ends.Where((_, i) => i != outermost).All(end => end.Top < ends[outermost].Bottom);
        if (!isClear || segments[outermost].Count > LongestMargin)
        {
            return false;
        }

        taken.Add(segments[outermost]);
        segments.RemoveAt(outermost);
        return true;
    }

    /// <summary>Words drawn one by one or font by font become lines again.</summary>
    private static List<TextRun> Beside(List<TextRun> runs)
    {
        var joined = new List<TextRun>(runs.Count);
        foreach (var line in Lines(runs))
        {
            var open = line[0];
            foreach (var run in line.Skip(1))
            {
                if (run.Left - open.Right > 0.75 * Math.Max(open.Size, run.Size))
                {
                    joined.Add(open);
                    open = run;
                }
                else
                {
                    open = open.Append(run);
                }
            }

            joined.Add(open);
        }

        return joined;
    }

    /// <summary>Runs on common base lines, from the top, each from left to right.</summary>
    public static IEnumerable<List<TextRun>> Lines(IEnumerable<TextRun> runs)
    {
        var line = new List<TextRun>();
        foreach (var run in runs.OrderByDescending(run => run.Baseline))
        {
            if (line.Count > 0 && !line[0].IsBeside(run))
            {
                yield return [.. line.OrderBy(part => part.Left)];
                line.Clear();
            }

            line.Add(run);
        }

        if (line.Count > 0)
        {
            yield return [.. line.OrderBy(part => part.Left)];
        }
    }
}
