using System.Text.RegularExpressions;
using BotKb.Knowledge;

namespace BotKb.Sources.Extraction.Pdf;

/// <summary>
/// Tells headings by the document's bookmarks where these name them, else by their size: clearly larger than the running text,
/// short, and alone.
/// </summary>
internal sealed partial class Headings
{
    private const double ClearlyLarger = 1.15;
    private const int LongestHeading = 150;
    private const int DeepestLevel = 6;
    private const int FewestBookmarks = 3;

    private readonly Typography _typography;
    private readonly PdfOutline? _outline;
    private readonly List<double> _sizes = [];

    public Headings(Typography typography, PdfOutline outline, IReadOnlyList<PdfBlock> blocks)
    {
        _typography = typography;
        var named = outline.IsEmpty ? 0 : blocks.Count(block => CouldBe(block) && outline.Level(block) > 0);
        _outline = named >= FewestBookmarks ? outline : null;
        foreach (var size in blocks.Where(IsLarge).Select(block => block.Size).OrderDescending())
        {
            // Sizes closer than this come from scaling, not from another rank.
            if (_sizes.Count == 0 || size < 0.96 * _sizes[^1])
            {
                _sizes.Add(size);
            }
        }
    }

    /// <summary>The depth of a heading from 1; 0 for a block that is none.</summary>
    public int Level(PdfBlock block, PdfBlock? next)
    {
        if (_outline is not null)
        {
            return CouldBe(block) ? Math.Min(DeepestLevel, _outline.Level(block)) : 0;
        }

        if (IsLarge(block))
        {
            return Math.Min(DeepestLevel, 1 + _sizes.FindIndex(size => block.Size >= 0.96 * size));
        }

        return IsBoldHeading(block, next) ? Math.Min(DeepestLevel, _sizes.Count + 1) : 0;
    }

    private bool IsLarge(PdfBlock block) => block.Size >= ClearlyLarger * _typography.BodySize && CouldBe(block);

    private bool IsBoldHeading(PdfBlock block, PdfBlock? next) =>
        block.Bold && !_typography.MostlyBold && CouldBe(block) && block.Size >= 0.97 * _typography.BodySize
            && next is { Bold: false } && (block.Apart || Numbered().IsMatch(block.Text))
            && (!Script.EndsSentence(block.Text[^1]) || block.Text[^1] is ':' or '：') && block.Text[^1] is not (',' or '，' or '、');

    private static bool CouldBe(PdfBlock block) =>
        (block.Kind is BlockKind.Paragraph || (block.Kind is BlockKind.ListItem && Numbered().IsMatch(block.Text)))
            && block.IsProse && block.Lines <= 3 && block.Text.Length <= LongestHeading && block.Text.Count(char.IsLetter) >= 2;

    [GeneratedRegex(
        @"^(?:\d{1,3}(?:\.\d{1,3}){0,4}[.)、]?\s*\p{L}"
            + @"|第\s*[一二三四五六七八九十百\d]+\s*[章节節条條部篇]|[一二三四五六七八九十]{1,3}、|(?:Chapter|Section|Appendix|Part)\s)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbered();
}
