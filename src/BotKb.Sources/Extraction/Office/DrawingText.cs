using System.Text;
using System.Xml.Linq;

namespace BotKb.Sources.Extraction.Office;

/// <summary>Reads a paragraph of DrawingML, the text of shapes, slides and charts.</summary>
internal static class DrawingText
{
    /// <summary>The text; line breaks stay, the number of the slide itself goes.</summary>
    public static string Read(XElement paragraph)
    {
        var text = new StringBuilder();
        Append(text, paragraph);
        return text.ToString();
    }

    private static void Append(StringBuilder text, XElement parent)
    {
        foreach (var child in parent.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "t":
                    text.Append(child.Value);
                    break;
                case "br":
                    text.Append('\n');
                    break;
                case "tab":
                    text.Append('\t');
                    break;
                case "fld" when child.Value("type") == "slidenum":
                case "pPr" or "rPr" or "endParaRPr":
                    break;
                case "AlternateContent":
                    Append(text, OfficeXml.Used(child) ?? child);
                    break;
                default:
                    Append(text, child);
                    break;
            }
        }
    }
}
