using System.Text;
using System.Xml;

namespace BotKb.Sources.Extraction.Office;

/// <summary>Reads the texts of a workbook's cells, of which the file keeps each once.</summary>
internal static class SharedStrings
{
    /// <summary>All shared texts by their index; none where the part is missing.</summary>
    public static List<string> Read(XmlReader? reader, CancellationToken cancellationToken)
    {
        var strings = new List<string>();
        while (reader?.Read() == true)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                cancellationToken.ThrowIfCancellationRequested();
                strings.Add(ReadText(reader));
            }
        }

        return strings;
    }

    /// <summary>The text of the element that the reader stands on, formatting dropped, how it is pronounced too.</summary>
    public static string ReadText(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var text = new StringBuilder();
        var depth = reader.Depth;
        var pronunciation = -1;
        while (reader.Read() && reader.Depth > depth)
        {
            if (pronunciation >= 0 && reader.Depth <= pronunciation)
            {
                pronunciation = -1;
            }

            if (reader is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
            {
                pronunciation = reader.Depth;
            }
            else if (pronunciation < 0 && IsText(reader.NodeType))
            {
                text.Append(reader.Value);
            }
        }

        return Unescape(text.ToString());
    }

    private static bool IsText(XmlNodeType type) =>
        type is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace;

    /// <summary>Excel writes characters that XML forbids as _x000D_.</summary>
    private static string Unescape(string text)
    {
        var at = text.IndexOf("_x", StringComparison.Ordinal);
        return at < 0 ? text : XmlConvert.DecodeName(text);
    }
}
