using System.Text;
using System.Xml;

namespace BotKb.Sources.Extraction;

/// <summary>How XML from files is read: no document type definitions, so no entities that expand or reach outside.</summary>
internal static class SafeXml
{
    /// <summary>Settings for every reader of XML.</summary>
    public static XmlReaderSettings Settings { get; } = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
    };

    /// <summary>All text up to the end of <paramref name="reader"/>, elements parted by a space.</summary>
    public static string InnerText(XmlReader reader)
    {
        var text = new StringBuilder();
        while (reader.Read())
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                text.Append(reader.Value);
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                text.Append(' ');
            }
        }

        return text.ToString();
    }
}
