using System.Text;

namespace BotKb.Knowledge;

/// <summary>
/// Takes out what would be found again and again without saying anything: running headers and footers of pages and slides, and
/// paragraphs that repeat one before them almost word for word. Pure. A document keeps at least one block.
/// </summary>
public static class DocumentCleaner
{
    private const int FewestPages = 3;
    // Left and right pages may carry different lines.
    private const double ShareOfPages = 0.4;
    private const int EdgeBlocks = 2;
    private const int LongestFurniture = 200;

    /// <summary>The document without repetitions.</summary>
    public static ExtractedDocument Clean(ExtractedDocument document)
    {
        var furniture = FindFurniture(document);
        var seen = new RepeatedPassages();
        var kept = document.Blocks
            .Where((block, i) => !furniture.Contains(i) && (block.Kind == BlockKind.Heading || !seen.Repeats(block.Text)))
            .ToList();
        return kept.Count > 0 ? document with { Blocks = [.. kept] } : document;
    }

    private static HashSet<int> FindFurniture(ExtractedDocument document)
    {
        var pages = document.Blocks
            .Select((block, index) => (block, index))
            .Where(entry => entry.block.Kind != BlockKind.Heading && (entry.block.Page ?? entry.block.Slide) is not null)
            .GroupBy(entry => entry.block.Page ?? entry.block.Slide)
            .ToList();
        if (pages.Count < FewestPages)
        {
            return [];
        }

        var edges = pages.SelectMany(page => Edges(page.ToList())).Where(edge => edge.Text.Length <= LongestFurniture).ToList();
        return edges
            .GroupBy(edge => Shape(edge.Text), StringComparer.Ordinal)
            .Where(group => group.Select(edge => edge.Page).Distinct().Count() >= Math.Max(FewestPages, pages.Count * ShareOfPages))
            .SelectMany(group => group.Select(edge => edge.Index))
            .ToHashSet();
    }

    private static IEnumerable<(int Index, string Text, int? Page)> Edges(List<(Block Block, int Index)> page) =>
        page.Take(EdgeBlocks).Concat(page.TakeLast(EdgeBlocks)).Distinct()
            .Select(entry => (entry.Index, entry.Block.Text, entry.Block.Page ?? entry.Block.Slide));

    // 'Page 3 of 12' and 'Page 4 of 12' are the same furniture.
    private static string Shape(string text)
    {
        var shape = new StringBuilder(text.Length);
        foreach (var c in text.Where(c => !char.IsWhiteSpace(c)))
        {
            if (!char.IsDigit(c))
            {
                shape.Append(char.ToLowerInvariant(c));
            }
            else if (shape.Length == 0 || shape[^1] != '#')
            {
                shape.Append('#');
            }
        }

        return shape.ToString();
    }
}
