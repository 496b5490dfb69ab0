using System.Text;

namespace BotKb.Sources.Extraction.Pdf;

/// <summary>Rows of cells that stand in columns, found without any ruled line.</summary>
/// <param name="Cells">The text of each cell, row by row.</param>
/// <param name="LineCount">How many lines of the page the rows take.</param>
internal sealed record TableRows(IReadOnlyList<IReadOnlyList<string>> Cells, int LineCount)
{
    // In em: rows further apart belong to different tables; a line this close continues the cell above it.
    private const double WidestRowGap = 4;
    private const double WidestWrap = 1.45;
    private const int MostRows = 200;

    /// <summary>The table that begins at line <paramref name="start"/>; null unless the columns are certain.</summary>
    public static TableRows? Find(IReadOnlyList<PdfLine> lines, int start)
    {
        if (lines[start].Cells.Count < 2)
        {
            return null;
        }

        var columns = new List<(double Left, double Right)>();
        var rows = new List<(int Line, bool Wraps)>();
        for (var i = start; i < Math.Min(lines.Count, start + MostRows); i++)
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

        return IsCertain(lines, rows, columns.Count) ? Fill(lines, rows, columns) : null;
    }

    /// <summary>Words of running text may stand below each other by chance, but not in many lines or columns.</summary>
    private static bool IsCertain(IReadOnlyList<PdfLine> lines, List<(int Line, bool Wraps)> rows, int columns)
    {
        var complete = rows.Count(row => !row.Wraps);
        return complete >= 4 || (complete >= 2 && (columns >= 3 || rows.Exists(row => lines[row.Line].IsRow)));
    }

    private static bool TryWiden(
        ref List<(double Left, double Right)> columns, IReadOnlyList<PdfLine> lines, List<(int Line, bool Wraps)> rows, int line)
    {
        var table = rows.Where(row => !row.Wraps).Select(row => lines[row.Line]).Append(lines[line]).ToList();
        foreach (var widened in (ReadOnlySpan<List<(double Left, double Right)>>)[ByPosition(table), ByOverlap(table)])
        {
            if (widened.Count > 1 && table.TrueForAll(row => Fits(row, widened)))
            {
                columns = widened;
                return true;
            }
        }

        return false;
    }

    private static bool Fits(PdfLine row, List<(double Left, double Right)> columns) =>
        row.Cells.Select(cell => Column(columns, cell)).Where(column => column >= 0).Distinct().Count() == row.Cells.Count;

    /// <summary>
    /// The first cells of all complete rows make the first column, and so on: a centred head fits numbers set flush right.
    /// </summary>
    private static List<(double Left, double Right)> ByPosition(List<PdfLine> table)
    {
        var width = table.Max(row => row.Cells.Count);
        var complete = table.Where(row => row.Cells.Count == width).ToList();
        return Enumerable.Range(0, width)
            .Select(column => (complete.Min(row => row.Cells[column].Left), complete.Max(row => row.Cells[column].Right)))
            .ToList();
    }

    /// <summary>Cells that stand below each other make a column, whichever rows they are in.</summary>
    private static List<(double Left, double Right)> ByOverlap(List<PdfLine> table)
    {
        var merged = new List<(double Left, double Right)>();
        foreach (var cell in table.SelectMany(row => row.Cells).OrderBy(cell => cell.Left))
        {
            if (merged.Count > 0 && cell.Left < merged[^1].Right)
            {
                merged[^1] = (merged[^1].Left, Math.Max(merged[^1].Right, cell.Right));
            }
            else
            {
                merged.Add((cell.Left, cell.Right));
            }
        }

        return merged;
    }

    /// <summary>The one column that the cell touches; -1 when it touches none or several.</summary>
    private static int Column(List<(double Left, double Right)> columns, TextRun cell)
    {
        var found = -1;
        for (var i = 0; i < columns.Count; i++)
        {
            if (cell.Left < columns[i].Right - 0.5 && cell.Right > columns[i].Left + 0.5)
            {
                if (found >= 0)
                {
                    return -1;
                }

                found = i;
            }
        }

        return found;
    }

    private static TableRows Fill(
        IReadOnlyList<PdfLine> lines, List<(int Line, bool Wraps)> rows, List<(double Left, double Right)> columns)
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
                ref var text = ref cells[^1][Math.Max(0, Column(columns, cell))];
                text = text.Length == 0 ? cell.Text : Joined(text, cell.Text);
            }
        }

        return new TableRows(cells, rows.Count);
    }

    private static string Joined(string text, string next)
    {
        var joined = new StringBuilder(text);
        LineJoining.Append(joined, next);
        return joined.ToString();
    }
}
