using BotKb.Knowledge;

namespace BotKb.PostgresTests.Knowledge;

/// <summary>Reads text as one paragraph; text that begins with '!' ends with the status that follows, and '?' gives a block that nothing can be made of.</summary>
internal sealed class PlainTextExtractor : IDocumentExtractor
{
    public async Task<ExtractionResult> ExtractAsync(string fileName, Stream content, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(content);
        var text = await reader.ReadToEndAsync(cancellationToken);
        if (text == "?")
        {
            return ExtractionResult.Found(new ExtractedDocument(null, [new Block(BlockKind.Paragraph, text, 0, default)]));
        }

        return text.StartsWith('!')
            ? ExtractionResult.Failed(Enum.Parse<ExtractionStatus>(text[1..]), $"It is {text[1..]}.")
            : ExtractionResult.Found(new ExtractedDocument(null, [new Block(BlockKind.Paragraph, text, 0, [])]));
    }
}
