namespace BotKb.Sources.Extraction.Pdf;

/// <summary>Rows of cells that stand in columns, found without any ruled line.</summary>
/// <param name="Cells">The text of each cell, row by row.</param>
/// <param name="LineCount">How many lines of the page the rows take.</param>
internal sealed record TableRows(IReadOnlyList<IReadOnlyList<string>> Cells, int LineCount)
{
    // In em: rows further apart belong to different tables; a line this close continues the cell above it.
    private const double WidestRowGap = 4;
    private const double WidestWrap = 1.45;

    /// <summary>The table that begins at line <paramref name="start"/>; null unless the columns are certain.</summary>
    public static TableRows? Find(IReadOnlyList<PdfLine> lines, int start)
    {
        if (lines[start].Cells.Count < 2)
        {
            return null;
        }

        var columns = new List<(double Left, double Right)>();
        var rows = new List<(int Line, bool Wraps)>();
        for (var i = start; i < lines.Count; i++)
        {
            var fall = i == start ? 1 : (lines[i - 1].Baseline - lines[i].Baseline) / Math.Max(lines[i - 1].Size, lines[i].Size);
            if (fall is <= 0 or > WidestRowGap)
            {
                break;
            }

            var isWrapped = lines[i].Cells.Count == 1 && fall < WidestWrap && Column(columns, lines[i].Cells[0]) >= 0;
            if (!isWrapped && !(lines[i].Cells.Count > 1 && TryWiden(ref columns, lines, rows, i)))
            {
                break;
            }

            rows.Add((i, isWrapped));
        }

        return rows.Count(row => !row.Wraps) < 2 ? null : Fill(lines, rows, columns);
    }

    private static bool TryWiden(
        ref List<(double Left, double Right)> columns, IReadOnlyList<PdfLine> lines, List<(int Line, bool Wraps)> rows, int line)
    {
        var widened = Merge(columns.Concat(lines[line].Cells.Select(cell => (cell.Left, cell.Right))));
        var fits = rows.Where(row => !row.Wraps).Select(row => row.Line).Append(line)
            .All(row => lines[row].Cells.Select(cell => Column(widened, cell)).Distinct().Count() == lines[row].Cells.Count);
        if (fits && widened.Count > 1)
        {
            columns = widened;
            return true;
        }

        return false;
    }

    private static List<(double Left, double Right)> Merge(IEnumerable<(double Left, double Right)> spans)
    {
        var merged = new List<(double Left, double Right)>();
        foreach (var span in spans.OrderBy(span => span.Left))
        {
            if (merged.Count > 0 && span.Left < merged[^1].Right)
            {
                merged[^1] = (merged[^1].Left, Math.Max(merged[^1].Right, span.Right));
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged;
    }

    private static int Column(List<(double Left, double Right)> columns, TextRun cell) =>
        columns.FindIndex(column => cell.Left >= column.Left - 1 && cell.Right <= column.Right + (cell.Size / 2));

    private static TableRows Fill(IReadOnlyList<PdfLine> lines, List<(int Line, bool Wraps)> rows, List<(double Left, double Right)> columns)
    {
        var cells = new List<string[]>();
        foreach (var (line, wraps) in rows)
        {
            if (!wraps)
            {
                cells.Add([.. Enumerable.Repeat("", columns.Count)]);
            }

            foreach (var cell in lines[line].Cells)
            {
                ref var text = ref cells[^1][Column(columns, cell)];
                text = text.Length == 0 ? cell.Text : Joined(text, cell.Text);
            }
        }

        return new TableRows(cells, rows.Count);
    }

    private static string Joined(string text, string next)
    {
        var joined = new System.Text.StringBuilder(text);
        LineJoining.Append(joined, next);
        return joined.ToString();
    }
}
