using System.Collections.Immutable;

namespace BotKb.Retrieval;

/// <summary>A passage that the reader may see, found for a question and checked in PostgreSQL just now.</summary>
/// <param name="ChunkId">Its row.</param>
/// <param name="DocumentId">Its document's row.</param>
/// <param name="Ordinal">Position in its document.</param>
/// <param name="Title">The document's title.</param>
/// <param name="Path">The document's path below its source.</param>
/// <param name="Url">The document's address at its source, where it has one.</param>
/// <param name="HeadingPath">The headings above the passage.</param>
/// <param name="Page">Page on which it begins, from 1.</param>
/// <param name="Sheet">Sheet of a workbook.</param>
/// <param name="Slide">Slide of a presentation, from 1.</param>
/// <param name="Text">The passage.</param>
/// <param name="Score">The lexical score, whatever found it; comparable only within one search.</param>
public sealed record Passage(
    long ChunkId,
    long DocumentId,
    int Ordinal,
    string Title,
    string Path,
    string? Url,
    ImmutableArray<string> HeadingPath,
    int? Page,
    string? Sheet,
    int? Slide,
    string Text,
    double Score)
{
    /// <summary>How near its meaning is to the question (cosine, -1 to 1); null where it was found by its words alone.</summary>
    public double? Similarity { get; init; }

    /// <summary>What orders the passages where words and meaning were searched; null where words alone were.</summary>
    public double? FusedScore { get; init; }
}
