using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BotKb.Sources.Extraction.Html;

/// <summary>Lays the cells of a table out as rows; a cell that spans rows or columns is repeated in each.</summary>
internal static class HtmlTable
{
    private const int WidestSpan = 50;
    private const int LongestRepeated = 120;

    /// <summary>True for a table that only places things on the page: its cells hold structure of their own.</summary>
    public static bool IsLayout(IHtmlTableElement table) =>
        table.GetAttribute("role") is "presentation" or "none"
        || table.QuerySelector("table, h1, h2, h3, h4, h5, h6, pre") is not null
        || table.Rows.All(row => row.Cells.Length <= 1);

    /// <summary>The rows of a table.</summary>
    /// <param name="table">A table of data.</param>
    /// <param name="textOf">Gives the text of a cell.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Read(IHtmlTableElement table, Func<IElement, string> textOf)
    {
        var rows = new List<List<(string Text, bool IsRepeated)>>();
        var hanging = new Dictionary<int, (string Text, int Rows)>();
        foreach (var row in table.Rows)
        {
            rows.Add(ReadRow(row, hanging, textOf));
        }

        // Columns that only keep a distance have nothing but the repetitions of cells that span them.
        var columns = Enumerable.Range(0, rows.Select(row => row.Count).DefaultIfEmpty().Max())
            .Where(column => rows.Exists(row => column < row.Count && row[column] is { IsRepeated: false, Text.Length: > 0 }))
            .ToArray();
        return [.. rows.Select(row => columns.Select(column => column < row.Count ? row[column].Text : "").ToArray())];
    }

    private static List<(string Text, bool IsRepeated)> ReadRow(
        IHtmlTableRowElement row, Dictionary<int, (string Text, int Rows)> hanging, Func<IElement, string> textOf)
    {
        var cells = new List<(string Text, bool IsRepeated)>();
        foreach (var cell in row.Cells)
        {
            AddHanging(cells, hanging);
            var text = textOf(cell);
            for (var i = 0; i < Math.Clamp(cell.ColumnSpan, 1, WidestSpan); i++)
            {
                var shown = i == 0 || text.Length <= LongestRepeated ? text : "";
                if (cell.RowSpan > 1)
                {
                    hanging[cells.Count] = (shown.Length <= LongestRepeated ? shown : "", cell.RowSpan - 1);
                }

                cells.Add((shown, i > 0));
            }
        }

        AddHanging(cells, hanging);
        return cells;
    }

    private static void AddHanging(List<(string Text, bool IsRepeated)> cells, Dictionary<int, (string Text, int Rows)> hanging)
    {
        while (hanging.Remove(cells.Count, out var above))
        {
            if (above.Rows > 1)
            {
                hanging[cells.Count] = (above.Text, above.Rows - 1);
            }

            cells.Add((above.Text, true));
        }
    }
}
