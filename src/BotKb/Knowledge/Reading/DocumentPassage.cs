using System.Collections.Immutable;

namespace BotKb.Knowledge.Reading;

/// <summary>A passage of a document that is being read.</summary>
/// <param name="ChunkId">Its row.</param>
/// <param name="Ordinal">Its position in the document, from 0.</param>
/// <param name="HeadingPath">The headings above it, outermost first.</param>
/// <param name="Page">Page on which it begins, from 1.</param>
/// <param name="Sheet">Sheet of a workbook.</param>
/// <param name="Slide">Slide of a presentation, from 1.</param>
/// <param name="Text">The passage; a table is in Markdown.</param>
/// <param name="Mark">The part of the text to mark; null in every passage but the one that was looked for.</param>
public sealed record DocumentPassage(
    long ChunkId,
    int Ordinal,
    ImmutableArray<string> HeadingPath,
    int? Page,
    string? Sheet,
    int? Slide,
    string Text,
    TextSpan? Mark);
