using System.Collections.Immutable;

namespace BotKb.Knowledge;

/// <summary>
/// One piece of a document in reading order, as an extractor found it. The place (page, sheet, slide, headings) travels with
/// the text as far as the citation.
/// </summary>
/// <param name="Kind">What the text is.</param>
/// <param name="Text">The text, NFC, lines separated by '\n', never empty.</param>
/// <param name="Level">Depth of a heading, from 1; 0 for everything else.</param>
/// <param name="HeadingPath">The headings above this block, outermost first; for a heading: those above it.</param>
/// <param name="Page">Page of a paged document, from 1.</param>
/// <param name="Sheet">Name of the sheet of a workbook.</param>
/// <param name="Slide">Slide of a presentation, from 1.</param>
public sealed record Block(
    BlockKind Kind,
    string Text,
    int Level,
    ImmutableArray<string> HeadingPath,
    int? Page = null,
    string? Sheet = null,
    int? Slide = null);
