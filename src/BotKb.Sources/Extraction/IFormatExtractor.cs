using BotKb.Knowledge;

namespace BotKb.Sources.Extraction;

/// <summary>Reads one format. Safe for concurrent use.</summary>
internal interface IFormatExtractor
{
    /// <summary>Extracts one file whose format is already known.</summary>
    /// <param name="fileName">The file's name, for hints such as the language of source code.</param>
    /// <param name="content">All bytes of the file; never changed.</param>
    /// <param name="cancellationToken">Ends the extraction.</param>
    /// <returns>The document; null where the file is sound but holds no text.</returns>
    /// <exception cref="ExtractionException">The file cannot be read; says which status and why.</exception>
    ExtractedDocument? Extract(string fileName, byte[] content, CancellationToken cancellationToken);
}
