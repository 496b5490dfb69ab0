using System.Collections.Immutable;
using BotKb.Answering;

namespace BotKb.Replies;

/// <summary>A citation as people see it and as it is kept. Opening it needs a Reader's right again.</summary>
/// <param name="DocumentId">The document's row.</param>
/// <param name="ChunkId">The passage's row; gone when the document was indexed again, then the quote finds the passage.</param>
/// <param name="Title">The document's title.</param>
/// <param name="Path">The document's path below its source.</param>
/// <param name="Url">The document's address at its source, where it has one.</param>
/// <param name="HeadingPath">The headings above the passage.</param>
/// <param name="Page">Page, from 1.</param>
/// <param name="Sheet">Sheet of a workbook.</param>
/// <param name="Slide">Slide, from 1.</param>
/// <param name="Quote">The words that support the statement; empty for a document that only comes near.</param>
[GenerateSerializer]
[Immutable]
public sealed record ReplyCitation(
    [property: Id(0)] long DocumentId,
    [property: Id(1)] long ChunkId,
    [property: Id(2)] string Title,
    [property: Id(3)] string Path,
    [property: Id(4)] string? Url,
    [property: Id(5)] ImmutableArray<string> HeadingPath,
    [property: Id(6)] int? Page,
    [property: Id(7)] string? Sheet,
    [property: Id(8)] int? Slide,
    [property: Id(9)] string Quote)
{
    /// <summary>What is kept of a citation.</summary>
    public static ReplyCitation Of(Citation citation) => new(
        citation.Passage.DocumentId,
        citation.Passage.ChunkId,
        citation.Passage.Title,
        citation.Passage.Path,
        citation.Passage.Url,
        citation.Passage.HeadingPath,
        citation.Passage.Page,
        citation.Passage.Sheet,
        citation.Passage.Slide,
        citation.Quote);
}
