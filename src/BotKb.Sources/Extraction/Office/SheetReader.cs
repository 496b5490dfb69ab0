using System.Xml;

namespace BotKb.Sources.Extraction.Office;

/// <summary>Streams the rows of one sheet; what the sheet claims of its size does not matter.</summary>
internal sealed class SheetReader(IReadOnlyList<string> strings, CellFormats formats, bool from1904)
{
    private const int LastColumn = 16383;

    /// <summary>The rows that hold anything, from the top.</summary>
    public IEnumerable<SheetRow> Read(XmlReader reader, CancellationToken cancellationToken)
    {
        var number = 0;
        var cells = new List<(int Column, string Text)>();
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "row")
            {
                cancellationToken.ThrowIfCancellationRequested();
                number = int.TryParse(reader.GetAttribute("r"), out var stated) && stated > number ? stated : number + 1;
                if (!reader.IsEmptyElement)
                {
                    ReadCells(reader, cells);
                }

                if (cells.Count > 0)
                {
                    yield return new SheetRow(number, [.. cells.OrderBy(cell => cell.Column)]);
                    cells.Clear();
                }
            }
        }
    }

    private void ReadCells(XmlReader reader, List<(int Column, string Text)> cells)
    {
        var depth = reader.Depth;
        var column = -1;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                column = Column(reader.GetAttribute("r")) ?? column + 1;
                var text = ReadCell(reader);
                if (!string.IsNullOrWhiteSpace(text) && column <= LastColumn)
                {
                    cells.Add((column, text));
                }
            }
        }
    }

    private string ReadCell(XmlReader reader)
    {
        var type = reader.GetAttribute("t");
        var style = int.TryParse(reader.GetAttribute("s"), out var index) ? index : (int?)null;
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var text = "";
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "v" })
            {
                text = Show(SharedStrings.ReadText(reader), type, style);
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "is" })
            {
                text = SharedStrings.ReadText(reader);
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "f" })
            {
                SharedStrings.ReadText(reader);
            }
        }

        return text;
    }

    private string Show(string stored, string? type, int? style) => type switch
    {
        "s" => int.TryParse(stored, out var index) && index >= 0 && index < strings.Count ? strings[index] : "",
        "b" => stored.Trim() == "1" ? "TRUE" : "FALSE",
        "str" or "e" or "inlineStr" or "d" => stored,
        _ => formats.Find(style).Show(stored, from1904),
    };

    /// <summary>'AB12' is column 27, counted from 0.</summary>
    public static int? Column(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
        {
            if (!char.IsAsciiLetter(c) || column > LastColumn)
            {
                break;
            }

            column = (column * 26) + (c & 0x1F);
        }

        return column == 0 ? null : column - 1;
    }
}
