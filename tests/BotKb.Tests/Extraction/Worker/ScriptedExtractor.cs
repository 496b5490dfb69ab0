using BotKb.Knowledge;

namespace BotKb.Tests.Extraction.Worker;

/// <summary>An extractor that answers what the test says.</summary>
internal sealed class ScriptedExtractor(Func<string, byte[], ExtractionResult> answer) : IDocumentExtractor
{
    public async Task<ExtractionResult> ExtractAsync(string fileName, Stream content, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellationToken);
        return answer(fileName, copy.ToArray());
    }
}
