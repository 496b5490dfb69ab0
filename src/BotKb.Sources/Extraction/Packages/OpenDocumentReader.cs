using System.Globalization;
using System.Text;
using System.Xml.Linq;
using BotKb.Sources.Extraction.Text;

namespace BotKb.Sources.Extraction.Packages;

/// <summary>Walks the body of an OpenDocument file in reading order and adds its blocks.</summary>
internal sealed class OpenDocumentReader(BlockBuilder blocks, CancellationToken cancellationToken)
{
    private const int DeepestElement = 200;

    private string _mark = "";
    private int _depth;

    /// <summary>Adds every block below <paramref name="body"/>.</summary>
    public void Read(XElement body)
    {
        foreach (var child in body.Elements())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_depth < DeepestElement)
            {
                _depth++;
                Visit(child);
                _depth--;
            }
        }
    }

    private void Visit(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "tracked-changes" or "forms" or "sequence-decls" or "annotation" or "table-source":
                break;
            case "h":
                blocks.Heading(Number(element, "outline-level", most: 9), TextOf(element));
                break;
            case "p":
                AddParagraph(TextOf(element));
                break;
            case "list-item":
                _mark = "- ";
                Read(element);
                _mark = "";
                break;
            case "page":
                blocks.Slide = (blocks.Slide ?? 0) + 1;
                Read(element);
                break;
            case "frame" when Attribute(element, "class") == "title":
                blocks.Heading(1, TextOf(element));
                break;
            case "table":
                AddTable(element);
                break;
            default:
                Read(element);
                break;
        }
    }

    private void AddParagraph(string text)
    {
        if (_mark.Length == 0 || string.IsNullOrWhiteSpace(text))
        {
            blocks.Paragraph(text);
            return;
        }

        blocks.ListItem(_mark + text);
        _mark = "";
    }

    private void AddTable(XElement table)
    {
        var isSheet = table.Parent?.Name.LocalName == "spreadsheet";
        blocks.Sheet = isSheet ? Attribute(table, "name") : null;
        LongTable.AddTo(blocks, OpenDocumentTable.Read(table, TextOf));
    }

    private string TextOf(XElement element)
    {
        var text = new StringBuilder();
        Append(text, element, _depth);
        return text.ToString();
    }

    private static void Append(StringBuilder text, XElement element, int depth)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText literal)
            {
                text.Append(literal.Value);
            }
            else if (node is XElement child && depth < DeepestElement)
            {
                AppendElement(text, child, depth + 1);
            }
        }
    }

    private static void AppendElement(StringBuilder text, XElement element, int depth)
    {
        switch (element.Name.LocalName)
        {
            case "s":
                text.Append(' ', Number(element, "c", most: 100));
                break;
            case "tab":
                text.Append('\t');
                break;
            case "line-break":
                text.Append('\n');
                break;
            case "annotation" or "ruby-text" or "bookmark" or "desc":
                break;
            case "p" or "h" or "note-body" or "list-item":
                Append(text, element, depth);
                text.Append(' ');
                break;
            case "note-citation":
                text.Append(" [");
                Append(text, element, depth);
                text.Append("] ");
                break;
            default:
                Append(text, element, depth);
                break;
        }
    }

    internal static int Number(XElement element, string name, int most) =>
        int.TryParse(Attribute(element, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Clamp(number, 1, most)
            : 1;

    internal static string? Attribute(XElement element, string name) =>
        element.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value;
}
