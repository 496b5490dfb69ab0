using System.Text;

namespace BotKb.Sources.Extraction.Pdf;

/// <summary>Joins glyphs in drawing order into runs and finds the word spaces that the page only shows as gaps.</summary>
internal static class RunBuilder
{
    // In em of the larger font.
    private const double CellGap = 0.7;
    private const double CodeGap = 8;
    private const double WordGap = 0.17;
    private const double CjkGap = 0.8;

    /// <summary>The runs of one flow, in drawing order.</summary>
    public static List<TextRun> Build(List<PdfGlyph> glyphs)
    {
        var runs = new List<TextRun>();
        var start = 0;
        var anchor = 0;
        for (var i = 1; i <= glyphs.Count; i++)
        {
            if (i < glyphs.Count && Continues(glyphs[anchor], glyphs[i - 1], glyphs[i]))
            {
                // Superscripts and subscripts hang on the base line of the larger text.
                anchor = glyphs[i].Size > glyphs[anchor].Size * 1.15 ? i : anchor;
                continue;
            }

            runs.Add(ToRun(glyphs, start, i, glyphs[anchor].Baseline));
            start = anchor = i;
        }

        return runs;
    }

    private static bool Continues(PdfGlyph anchor, PdfGlyph previous, PdfGlyph next)
    {
        var em = Math.Max(previous.Size, next.Size);
        var gap = next.Left - previous.Right;
        var widest = previous.Monospaced && next.Monospaced ? CodeGap : CellGap;
        if (gap > widest * em || gap < -0.6 * em)
        {
            return false;
        }

        var rise = Math.Abs(next.Baseline - anchor.Baseline);
        var smaller = Math.Min(anchor.Size, next.Size) < 0.85 * Math.Max(anchor.Size, next.Size);
        return rise <= 0.2 * em || (smaller && rise <= 0.6 * Math.Max(anchor.Size, next.Size));
    }

    private static TextRun ToRun(List<PdfGlyph> glyphs, int start, int end, double baseline)
    {
        var wordGap = IsSpacedOut(glyphs, start, end) ? 2.2 * MedianGap(glyphs, start, end) : 0;
        var text = new StringBuilder(end - start + 8);
        var (bold, monospaced, left, right) = (true, true, glyphs[start].Left, glyphs[start].Right);
        for (var i = start; i < end; i++)
        {
            var glyph = glyphs[i];
            if (i > start && HasSpaceBefore(glyphs[i - 1], glyph, wordGap))
            {
                text.Append(' ');
            }

            text.Append(glyph.Text);
            bold &= glyph.Bold;
            monospaced &= glyph.Monospaced;
            left = Math.Min(left, glyph.Left);
            right = Math.Max(right, glyph.Right);
        }

        return new TextRun(text.ToString(), left, right, baseline, CommonSize(glyphs, start, end), bold, monospaced);
    }

    private static bool HasSpaceBefore(PdfGlyph previous, PdfGlyph glyph, double spacedOutGap)
    {
        if (spacedOutGap > 0)
        {
            return glyph.Left - previous.Right > spacedOutGap;
        }

        if (glyph.AfterSpace)
        {
            return true;
        }

        var cjk = Script.IsCjk(previous.Text[^1]) && Script.IsCjk(glyph.Text[0]);
        return glyph.Left - previous.Right > (cjk ? CjkGap : WordGap) * Math.Max(previous.Size, glyph.Size);
    }

    /// <summary>'H E A D I N G': every letter stands apart, so a gap says nothing about words.</summary>
    private static bool IsSpacedOut(List<PdfGlyph> glyphs, int start, int end)
    {
        if (end - start < 4)
        {
            return false;
        }

        for (var i = start + 1; i < end; i++)
        {
            var (glyph, gap) = (glyphs[i], glyphs[i].Left - glyphs[i - 1].Right);
            if (gap <= WordGap * glyph.Size || (glyph.AfterSpace && gap < 0.5 * glyph.Size) || !char.IsLetter(glyph.Text[0]))
            {
                return false;
            }
        }

        return true;
    }

    private static double MedianGap(List<PdfGlyph> glyphs, int start, int end)
    {
        var gaps = new double[end - start - 1];
        for (var i = 0; i < gaps.Length; i++)
        {
            gaps[i] = glyphs[start + i + 1].Left - glyphs[start + i].Right;
        }

        Array.Sort(gaps);
        return gaps[gaps.Length / 2];
    }

    private static double CommonSize(List<PdfGlyph> glyphs, int start, int end)
    {
        // The first majority candidate (Boyer-Moore) is enough: runs are set in one size with a few smaller marks.
        var (size, votes) = (glyphs[start].Size, 0);
        for (var i = start; i < end; i++)
        {
            if (votes == 0)
            {
                size = glyphs[i].Size;
            }

            votes += Math.Abs(glyphs[i].Size - size) < 0.05 ? 1 : -1;
        }

        return size;
    }
}
