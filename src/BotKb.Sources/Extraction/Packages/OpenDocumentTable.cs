using System.Xml.Linq;

namespace BotKb.Sources.Extraction.Packages;

/// <summary>Lays out the rows of an OpenDocument table; spreadsheets write equal neighbours once, with a count.</summary>
internal static class OpenDocumentTable
{
    private const int MostRepeatedCells = 64;
    private const int MostRepeatedRows = 1000;

    /// <summary>The rows of a table.</summary>
    /// <param name="table">The table element.</param>
    /// <param name="textOf">Gives the text of a cell.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Read(XElement table, Func<XElement, string> textOf)
    {
        var rows = new List<IReadOnlyList<string>>();
        AddRows(rows, table, textOf);
        return rows;
    }

    private static void AddRows(List<IReadOnlyList<string>> rows, XElement parent, Func<XElement, string> textOf)
    {
        foreach (var element in parent.Elements())
        {
            if (element.Name.LocalName is "table-header-rows" or "table-rows" or "table-row-group")
            {
                AddRows(rows, element, textOf);
            }
            else if (element.Name.LocalName == "table-row")
            {
                var cells = ReadCells(element, textOf);
                // The empty rest of a sheet is one row repeated a million times.
                var isEmpty = cells.TrueForAll(cell => cell.Length == 0);
                var times = isEmpty ? 1 : OpenDocumentReader.Number(element, "number-rows-repeated", MostRepeatedRows);
                rows.AddRange(Enumerable.Repeat(cells, times));
            }
        }
    }

    private static List<string> ReadCells(XElement row, Func<XElement, string> textOf)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements().Where(cell => cell.Name.LocalName is "table-cell" or "covered-table-cell"))
        {
            var times = OpenDocumentReader.Number(cell, "number-columns-repeated", MostRepeatedCells);
            cells.AddRange(Enumerable.Repeat(textOf(cell).Trim(), times));
        }

        return cells;
    }
}
