using System.Xml;
using BotKb.Knowledge;

namespace BotKb.Sources.Extraction.Text;

/// <summary>Reads the words of a drawing: its title, description and texts.</summary>
internal sealed class SvgExtractor : IFormatExtractor
{
    /// <inheritdoc/>
    public ExtractedDocument? Extract(string fileName, byte[] content, CancellationToken cancellationToken)
    {
        var blocks = new BlockBuilder();
        using var reader = XmlReader.Create(new StringReader(TextFile.Read(content, declaredEncoding: null)), SafeXml.Settings);
        string? title = null;
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "title" or "desc" or "text")
            {
                var name = reader.LocalName;
                using var element = reader.ReadSubtree();
                var text = SafeXml.InnerText(element);
                title ??= name == "title" ? text : null;
                blocks.Paragraph(text);
            }
        }

        return blocks.Build(title);
    }
}
