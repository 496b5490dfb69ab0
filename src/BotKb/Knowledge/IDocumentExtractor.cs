namespace BotKb.Knowledge;

/// <summary>
/// Turns the bytes of any file into blocks. Safe for concurrent use. Never throws for what a file contains: every
/// outcome is an <see cref="ExtractionResult"/>; it throws only for cancellation and where reading <c>content</c> itself fails.
/// </summary>
public interface IDocumentExtractor
{
    /// <summary>Extracts one file.</summary>
    /// <param name="fileName">The file's name; its ending is a hint, the content decides.</param>
    /// <param name="content">The bytes, read once from the current position; the caller disposes it.</param>
    /// <param name="cancellationToken">Ends the extraction.</param>
    Task<ExtractionResult> ExtractAsync(string fileName, Stream content, CancellationToken cancellationToken);
}
