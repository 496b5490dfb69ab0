using BotKb.Knowledge;

namespace BotKb.Sources.Extraction;

/// <summary>Stands for a format that is recognised and not read.</summary>
/// <param name="status">How the extraction of such a file ends.</param>
/// <param name="reason">One sentence for the admin.</param>
internal sealed class RefusedFormat(ExtractionStatus status, string reason) : IFormatExtractor
{
    /// <inheritdoc/>
    public ExtractedDocument? Extract(string fileName, byte[] content, CancellationToken cancellationToken) =>
        throw new ExtractionException(status, reason);
}
