using BotKb.Knowledge;
using BotKb.Sources.Extraction.Conversion;
namespace BotKb.Sources.Extraction;
public sealed class FileExtractor(IOfficeConverter converter) : IDocumentExtractor
{
    public async Task<ExtractionResult> ExtractAsync(string fileName, Stream content, CancellationToken cancellationToken)
    {
        _ = converter;
        using var r = new StreamReader(content);
        var t = await r.ReadToEndAsync(cancellationToken);
        return ExtractionResult.Found(new ExtractedDocument(null, [new Block(BlockKind.Paragraph, t, 0, [])]));
    }
}
