using BotKb.Knowledge;

namespace BotKb.Sources.Extraction.Packages;

/// <summary>Reads OpenDocument texts, spreadsheets and presentations.</summary>
internal sealed class OpenDocumentExtractor : IFormatExtractor
{
    /// <inheritdoc/>
    public ExtractedDocument? Extract(string fileName, byte[] content, CancellationToken cancellationToken)
    {
        using var package = new PackageReader(content);
        if (package.Load("META-INF/manifest.xml")?.Descendants().Any(e => e.Name.LocalName == "encryption-data") == true)
        {
            throw new ExtractionException(ExtractionStatus.Encrypted, "The document is protected by a password; save a copy without one.");
        }

        var body = package.Load("content.xml")?.Root?.Elements().FirstOrDefault(e => e.Name.LocalName == "body")
            ?? throw new ExtractionException(ExtractionStatus.Corrupt, "The document has no content part; get a sound copy.");
        var blocks = new BlockBuilder();
        new OpenDocumentReader(blocks, cancellationToken).Read(body);
        return blocks.Build(package.Load("meta.xml")?.Descendants().FirstOrDefault(e => e.Name.LocalName == "title")?.Value);
    }
}
