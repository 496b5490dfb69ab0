using BotKb.Knowledge;

namespace BotKb.Sources.Extraction.Pdf;

/// <summary>A paragraph, list item, table or listing of a page, before it is known which sizes are headings.</summary>
/// <param name="Page">Page, from 1.</param>
/// <param name="Kind">What it is; headings are still paragraphs.</param>
/// <param name="Text">Its text; empty for a table.</param>
/// <param name="Rows">The cells of a table, else empty.</param>
/// <param name="Size">Font size in points.</param>
/// <param name="Bold">All of it is bold.</param>
/// <param name="Lines">How many lines it fills.</param>
/// <param name="IsProse">It runs along the page in single lines; no row of cells, no text across the page.</param>
/// <param name="Apart">More white space stands above it than between lines.</param>
internal sealed record PdfBlock(
    int Page,
    BlockKind Kind,
    string Text,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    double Size,
    bool Bold,
    int Lines,
    bool IsProse,
    bool Apart);
