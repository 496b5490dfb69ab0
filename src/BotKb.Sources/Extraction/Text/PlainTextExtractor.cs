using BotKb.Knowledge;

namespace BotKb.Sources.Extraction.Text;

/// <summary>Reads plain text: paragraphs parted by empty lines. Nothing is guessed to be a heading.</summary>
internal sealed class PlainTextExtractor : IFormatExtractor
{
    /// <inheritdoc/>
    public ExtractedDocument? Extract(string fileName, byte[] content, CancellationToken cancellationToken)
    {
        var blocks = new BlockBuilder();
        AddParagraphs(blocks, TextFile.Read(content, declaredEncoding: null));
        return blocks.Build(title: null);
    }

    /// <summary>Adds the paragraphs of any plain text.</summary>
    public static void AddParagraphs(BlockBuilder blocks, string text)
    {
        var paragraph = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                paragraph.Add(line);
                continue;
            }

            blocks.Paragraph(string.Join('\n', paragraph));
            paragraph.Clear();
        }

        blocks.Paragraph(string.Join('\n', paragraph));
    }
}
