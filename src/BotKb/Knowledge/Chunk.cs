using System.Collections.Immutable;

namespace BotKb.Knowledge;

/// <summary>A passage of a document: the unit that is searched and cited.</summary>
/// <param name="Ordinal">Position in the document, from 0, without gaps.</param>
/// <param name="Text">The passage as people read it.</param>
/// <param name="HeadingPath">The headings above its first block, outermost first.</param>
/// <param name="Page">Page on which it begins, from 1.</param>
/// <param name="Sheet">Sheet of a workbook.</param>
/// <param name="Slide">Slide of a presentation, from 1.</param>
public sealed record Chunk(
    int Ordinal,
    string Text,
    ImmutableArray<string> HeadingPath,
    int? Page,
    string? Sheet,
    int? Slide);
