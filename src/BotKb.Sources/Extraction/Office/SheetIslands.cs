namespace BotKb.Sources.Extraction.Office;

/// <summary>Parts tables that lie side by side in a sheet: an empty column runs between them and they begin in different rows.</summary>
internal static class SheetIslands
{
    /// <summary>The tables in the order in which they begin, each with its own rows.</summary>
    public static IEnumerable<List<SheetRow>> Split(List<SheetRow> rows)
    {
        var columns = rows.SelectMany(row => row.Cells).Select(cell => cell.Column).Distinct().Order().ToList();
        var islands = new List<List<SheetRow>>();
        var start = 0;
        for (var i = 1; i <= columns.Count; i++)
        {
            if (i == columns.Count || columns[i] > columns[i - 1] + 1)
            {
                islands.Add(Between(rows, columns[start], columns[i - 1]));
                start = i;
            }
        }

        return islands.Count > 1 && AreApart(islands) ? islands.OrderBy(island => island[0].Number) : [rows];
    }

    private static bool AreApart(List<List<SheetRow>> islands) =>
        islands.TrueForAll(island => island.Count > 1 && island.Max(row => row.Cells.Count) > 1)
            && islands.Select(island => island[0].Number).Distinct().Count() == islands.Count;

    private static List<SheetRow> Between(List<SheetRow> rows, int left, int right) =>
    [
        .. rows.Select(row => row with { Cells = [.. row.Cells.Where(cell => cell.Column >= left && cell.Column <= right)] })
            .Where(row => row.Cells.Count > 0),
    ];
}
