using UglyToad.PdfPig;
using UglyToad.PdfPig.Outline;

namespace BotKb.Sources.Extraction.Pdf;

/// <summary>The bookmarks of a PDF: headings with their depth that the author's program wrote down.</summary>
internal sealed class PdfOutline
{
    // A bookmark may leave out the number of a heading ('2.3', '第二章'), or the heading that of the bookmark.
    private const int LongestNumber = 8;

    private readonly ILookup<int, (string Text, int Level)> _byPage;

    private PdfOutline(IEnumerable<(int Page, string Text, int Level)> entries) =>
        _byPage = entries.ToLookup(entry => entry.Page, entry => (entry.Text, entry.Level));

    /// <summary>Whether the document has bookmarks that lead to its pages.</summary>
    public bool IsEmpty => _byPage.Count == 0;

    /// <summary>Reads the bookmarks; damaged ones count as none.</summary>
    public static PdfOutline Read(PdfDocument document)
    {
        try
        {
            return new PdfOutline(document.TryGetBookmarks(out var bookmarks)
                ? bookmarks.GetNodes().OfType<DocumentBookmarkNode>().Select(node => (node.PageNumber, Letters(node.Title), node.Level + 1))
                    .Where(entry => entry.Item2.Length > 0)
                : []);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new PdfOutline([]);
        }
    }

    /// <summary>The depth of the bookmark that names this block, from 1; 0 when none does.</summary>
    public int Level(PdfBlock block)
    {
        if (block.Lines > 3 || !_byPage.Contains(block.Page))
        {
            return 0;
        }

        var text = Letters(block.Text);
        return text.Length == 0 ? 0 : _byPage[block.Page].FirstOrDefault(entry => IsSame(entry.Text, text)).Level;
    }

    private static bool IsSame(string bookmark, string text) => bookmark.Length >= text.Length
        ? bookmark.Length - text.Length <= LongestNumber && text.Length > 1 && bookmark.EndsWith(text, StringComparison.Ordinal)
        : text.Length - bookmark.Length <= LongestNumber && bookmark.Length > 1 && text.EndsWith(bookmark, StringComparison.Ordinal);

    private static string Letters(string? text) =>
        string.Concat((text ?? "").Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
