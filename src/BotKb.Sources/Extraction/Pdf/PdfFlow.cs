namespace BotKb.Sources.Extraction.Pdf;

/// <summary>The lines of a page that are written in one direction.</summary>
/// <param name="Page">Page, from 1.</param>
/// <param name="IsMain">Most of the page is written in this direction.</param>
/// <param name="Lines">The lines in reading order.</param>
internal sealed record PdfFlow(int Page, bool IsMain, IReadOnlyList<PdfLine> Lines);
