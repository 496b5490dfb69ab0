namespace BotKb.Sources.Extraction.Pdf;

/// <summary>How the running text of a document is set.</summary>
/// <param name="BodySize">The font size of most characters, in points.</param>
/// <param name="Leading">The usual distance of base lines, in em.</param>
/// <param name="Monospaced">Most of it is in a typewriter font, which then does not mean a listing.</param>
/// <param name="MostlyBold">So much is bold that bold does not mean a heading.</param>
internal sealed record Typography(double BodySize, double Leading, bool Monospaced, bool MostlyBold)
{
    private const double UsualLeading = 1.3;

    /// <summary>Measures all lines of a document.</summary>
    public static Typography Measure(IReadOnlyList<IReadOnlyList<PdfLine>> flows)
    {
        var sizes = new Dictionary<double, int>();
        var leadings = new Dictionary<int, int>();
        var (all, mono, bold) = (0, 0, 0);
        foreach (var lines in flows)
        {
            for (var i = 0; i < lines.Count; i++)
            {
                var (line, length) = (lines[i], lines[i].Text.Length);
                var size = Math.Round(line.Size * 2) / 2;
                sizes[size] = sizes.GetValueOrDefault(size) + length;
                all += length;
                mono += line.Monospaced ? length : 0;
                bold += line.Bold ? length : 0;
                if (i > 0 && LeadingInTenths(lines[i - 1], line) is { } tenths)
                {
                    leadings[tenths] = leadings.GetValueOrDefault(tenths) + 1;
                }
            }
        }

        var body = sizes.Count == 0 ? 0 : sizes.MaxBy(pair => pair.Value).Key;
        var leading = leadings.Count == 0 ? UsualLeading : leadings.MaxBy(pair => pair.Value).Key / 10.0;
        return new Typography(body, leading, mono > 0.6 * all, bold > 0.25 * all);
    }

    private static int? LeadingInTenths(PdfLine above, PdfLine line)
    {
        var leading = (above.Baseline - line.Baseline) / line.Size;
        var isProse = above.Right - above.Left > 12 * above.Size && Math.Abs(above.Size - line.Size) < 0.5;
        return isProse && leading is > 0.9 and < 3 ? (int)Math.Round(leading * 10) : null;
    }
}
