namespace BotKb.Sources.Extraction.Pdf;

/// <summary>
/// Orders runs by where they stand: the page is cut at white space, across and down, until nothing is left to cut. A cut down
/// is made only between columns of running text; cells side by side stay rows.
/// </summary>
internal static class ColumnCut
{
    private const int DeepestCut = 24;

    /// <summary>The runs in reading order.</summary>
    public static IReadOnlyList<TextRun> Sort(List<TextRun> runs)
    {
        var sorted = new List<TextRun>(runs.Count);
        Cut(runs, sorted, 0);
        return sorted;
    }

    private static void Cut(List<TextRun> runs, List<TextRun> sorted, int depth)
    {
        if (runs.Count > 3 && depth < DeepestCut)
        {
            if (Gutter(runs) is { } gutter)
            {
                Cut([.. runs.Where(run => run.Left < gutter)], sorted, depth + 1);
                Cut([.. runs.Where(run => run.Left >= gutter)], sorted, depth + 1);
                return;
            }

            if (Band(runs) is { } band)
            {
                Cut([.. runs.Where(run => run.Baseline >= band)], sorted, depth + 1);
                Cut([.. runs.Where(run => run.Baseline < band)], sorted, depth + 1);
                return;
            }
        }

        sorted.AddRange(ReadingOrder.Lines(runs).SelectMany(line => line));
    }

    /// <summary>The widest gap between two columns of running text.</summary>
    private static double? Gutter(List<TextRun> runs)
    {
        var byLeft = runs.OrderBy(run => run.Left).ToList();
        var (best, at, right) = (0.0, (double?)null, byLeft[0].Right);
        for (var i = 1; i < byLeft.Count; i++)
        {
            var gap = byLeft[i].Left - right;
            if (gap > 0.8 * byLeft[i].Size && gap > best && IsProse(byLeft.Take(i)) && IsProse(byLeft.Skip(i)))
            {
                (best, at) = (gap, byLeft[i].Left);
            }

            right = Math.Max(right, byLeft[i].Right);
        }

        return at;
    }

    private static bool IsProse(IEnumerable<TextRun> runs)
    {
        var column = runs.ToList();
        if (column.Count < 3)
        {
            return false;
        }

        var width = column.Max(run => run.Right) - column.Min(run => run.Left);
        var median = column.Select(run => run.Width).Order().ElementAt(column.Count / 2);
        return width > 10 * column[0].Size && median > 0.5 * width;
    }

    /// <summary>The highest gap between two lines that is clearly wider than the lines' usual distance.</summary>
    private static double? Band(List<TextRun> runs)
    {
        var lines = runs.OrderByDescending(run => run.Baseline).ToList();
        var (best, at) = (0.0, (double?)null);
        for (var i = 1; i < lines.Count; i++)
        {
            var gap = (lines[i - 1].Baseline - lines[i].Baseline) / Math.Max(lines[i - 1].Size, lines[i].Size);
            if (gap > Math.Max(best, 1.4))
            {
                (best, at) = (gap, lines[i - 1].Baseline);
            }
        }

        return at;
    }
}
