namespace BotKb.Sources.Extraction.Pdf;

/// <summary>One line of text or one row of cells.</summary>
/// <param name="Cells">The runs on it, from left to right; at least one.</param>
internal sealed record PdfLine(IReadOnlyList<TextRun> Cells)
{
    // In em: a gap this wide may part cells; only a wider one does so without the company of other rows.
    private const double CellGap = 0.75;
    private const double RowGap = 1.6;

    public string Text { get; } = Cells.Count == 1 ? Cells[0].Text : string.Join(' ', Cells.Select(cell => cell.Text));

    public double Left { get; } = Cells.Min(cell => cell.Left);

    public double Right { get; } = Cells.Max(cell => cell.Right);

    public double Baseline { get; } = Cells[0].Baseline;

    public double Size { get; } = Cells.MaxBy(cell => cell.Text.Length)!.Size;

    public bool Bold { get; } = Cells.All(cell => cell.Bold);

    public bool Monospaced { get; } = Cells.All(cell => cell.Monospaced);

    /// <summary>Whether its cells stand too far apart to be words of one sentence.</summary>
    public bool IsRow { get; } = Cells.Skip(1).Where((cell, i) => cell.Left - Cells[i].Right > RowGap * cell.Size).Any();

    /// <summary>The lines of runs that are in reading order: neighbours on one base line stand on one line.</summary>
    public static List<PdfLine> Gather(IReadOnlyList<TextRun> runs)
    {
        var lines = new List<PdfLine>();
        var open = new List<TextRun> { runs[0] };
        for (var i = 1; i < runs.Count; i++)
        {
            if (!open[^1].IsBeside(runs[i]))
            {
                lines.Add(FromRow(open));
                open = [];
            }

            open.Add(runs[i]);
        }

        lines.Add(FromRow(open));
        return lines;
    }

    private static PdfLine FromRow(List<TextRun> runs)
    {
        runs.Sort((a, b) => a.Left.CompareTo(b.Left));
        var cells = new List<TextRun> { runs[0] };
        foreach (var run in runs.Skip(1))
        {
            var gap = run.Left - cells[^1].Right;
            if (gap < CellGap * Math.Max(run.Size, cells[^1].Size) || IsItem(cells, gap, run))
            {
                cells[^1] = cells[^1].Append(run);
            }
            else
            {
                cells.Add(run);
            }
        }

        return new PdfLine(cells);
    }

    /// <summary>A bullet or number drawn apart belongs to its item, however wide the indent.</summary>
    private static bool IsItem(List<TextRun> cells, double gap, TextRun item) =>
        cells.Count == 1 && gap < 4 * item.Size && ListMark.IsMark(cells[0].Text);
}
