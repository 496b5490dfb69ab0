using System.Xml.Linq;

namespace BotKb.Sources.Extraction.Office;

/// <summary>The rows and cells of a Word table, wherever content controls and tracked changes hide them.</summary>
internal static class WordTable
{
    private const int WidestSpan = 63;

    /// <summary>The rows that are not deleted.</summary>
    public static IEnumerable<List<WordCell>> Rows(XElement table)
    {
        foreach (var row in Inside(table, "tr"))
        {
            var properties = row.Child("trPr");
            if (properties?.Child("del") is null)
            {
                yield return Cells(row, properties?.Child("gridBefore").Number("val") ?? 0);
            }
        }
    }

    private static List<WordCell> Cells(XElement row, int skipped)
    {
        var cells = new List<WordCell>();
        foreach (var cell in Inside(row, "tc"))
        {
            var properties = cell.Child("tcPr");
            var span = Math.Clamp(properties?.Child("gridSpan").Number("val") ?? 1, 1, WidestSpan);
            var isMergedUp = properties?.Child("vMerge") is { } merge && merge.Value("val") != "restart";
            cells.Add(new WordCell(cell, cells.Count == 0 ? Math.Clamp(skipped, 0, WidestSpan) : 0, span, isMergedUp));
        }

        return cells;
    }

    private static IEnumerable<XElement> Inside(XElement parent, string name)
    {
        foreach (var child in parent.Elements())
        {
            if (child.Name.LocalName == name)
            {
                yield return child;
            }
            else if (child.Name.LocalName is "sdt" or "sdtContent" or "customXml" or "ins" or "smartTag" or "moveTo")
            {
                foreach (var found in Inside(child, name))
                {
                    yield return found;
                }
            }
        }
    }
}
