using System.Globalization;
using BotKb.Knowledge;

namespace BotKb.Tests.Extraction.Worker;

/// <summary>An extractor that looks at no more than the first byte.</summary>
internal sealed class FirstByteExtractor : IDocumentExtractor
{
    public async Task<ExtractionResult> ExtractAsync(string fileName, Stream content, CancellationToken cancellationToken)
    {
        var first = new byte[1];
        await content.ReadExactlyAsync(first, cancellationToken);
        return ExtractionResult.Failed(ExtractionStatus.Unsupported, first[0].ToString(CultureInfo.InvariantCulture));
    }
}
