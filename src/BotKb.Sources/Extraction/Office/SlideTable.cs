using System.Xml.Linq;

namespace BotKb.Sources.Extraction.Office;

/// <summary>Reads a table of DrawingML; a merged cell says its text in each row and column.</summary>
internal static class SlideTable
{
    private const int LongestRepeated = 100;

    /// <summary>The rows of cells.</summary>
    public static List<List<string>> Rows(XElement table)
    {
        var rows = new List<List<string>>();
        foreach (var row in table.Children("tr"))
        {
            rows.Add(Cells([.. row.Children("tc")], rows.LastOrDefault() ?? []));
        }

        return rows;
    }

    private static List<string> Cells(List<XElement> elements, List<string> above)
    {
        var cells = new List<string>();
        var isBanner = elements.Skip(1).All(cell => IsOn(cell, "hMerge"));
        foreach (var cell in elements)
        {
            var text = string.Join('\n', cell.Child("txBody")?.Children("p").Select(DrawingText.Read) ?? []);
            if (string.IsNullOrWhiteSpace(text))
            {
                text = IsOn(cell, "vMerge") ? Repeated(above.ElementAtOrDefault(cells.Count))
                    : IsOn(cell, "hMerge") && !isBanner ? Repeated(cells.LastOrDefault())
                    : "";
            }

            cells.Add(text);
        }

        return cells;
    }

    private static string Repeated(string? text) => text is { Length: <= LongestRepeated } ? text : "";

    private static bool IsOn(XElement cell, string name) => cell.Value(name) is "1" or "true";
}
