using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace BotKb.Sources.Extraction.Pdf;

/// <summary>
/// Turns the letters of a page into glyphs in drawing order, one flow for each direction of writing: text along the margin or
/// across the page is read like any other.
/// </summary>
internal static class GlyphReader
{
    /// <summary>The flows of <paramref name="page"/>, the one with most text first.</summary>
    public static IReadOnlyList<List<PdfGlyph>> Read(Page page)
    {
        var flows = new Dictionary<int, List<PdfGlyph>>();
        var seen = new DrawnTwice();
        var faces = new FontFaces();
        var afterSpace = false;
        foreach (var letter in page.Letters)
        {
            if (string.IsNullOrWhiteSpace(letter.Value))
            {
                afterSpace = true;
                continue;
            }

            var size = Size(letter);
            var start = letter.StartBaseLine;
            if (IsOutside(page, start, size))
            {
                continue;
            }

            var angle = Angle(letter);
            if (!flows.TryGetValue(angle, out var flow))
            {
                flows.Add(angle, flow = new List<PdfGlyph>(flows.Count == 0 ? page.Letters.Count : 16));
            }

            var earlier = seen.Find(letter.Value, start.X, start.Y, size, flow.Count);
            if (earlier >= 0)
            {
                MarkBold(flow, earlier);
                continue;
            }

            flow.Add(ToGlyph(letter, angle, size, faces.Find(letter), afterSpace));
            afterSpace = false;
        }

        return [.. flows.Values.OrderByDescending(flow => flow.Count)];
    }

    private static void MarkBold(List<PdfGlyph> flow, int position)
    {
        if (position < flow.Count)
        {
            flow[position] = flow[position] with { Bold = true };
        }
    }

    private static PdfGlyph ToGlyph(Letter letter, int angle, double size, (bool Bold, bool Monospaced) face, bool afterSpace)
    {
        var (left, baseline) = Turn(letter.StartBaseLine, angle);
        var (right, _) = Turn(letter.EndBaseLine, angle);
        var bold = face.Bold || letter.RenderingMode is TextRenderingMode.FillThenStroke;
        return new PdfGlyph(
            CompatibilityForms.Plain(letter.Value), left, Math.Max(left, right), baseline, size, bold, face.Monospaced, afterSpace);
    }

    private static (double X, double Y) Turn(PdfPoint point, int angle)
    {
        if (angle == 0)
        {
            return (point.X, point.Y);
        }

        var (sin, cos) = Math.SinCos(angle * Math.PI / 180);
        return ((point.X * cos) + (point.Y * sin), (point.Y * cos) - (point.X * sin));
    }

    private static int Angle(Letter letter)
    {
        var x = letter.EndBaseLine.X - letter.StartBaseLine.X;
        var y = letter.EndBaseLine.Y - letter.StartBaseLine.Y;
        if (Math.Abs(y) < 0.01 && x >= 0)
        {
            return 0;
        }

        // Slightly skewed scans count as straight.
        var degrees = (int)Math.Round(Math.Atan2(y, x) * 180 / Math.PI);
        var nearest = (int)Math.Round(degrees / 90.0) * 90;
        var angle = Math.Abs(degrees - nearest) <= 5 ? nearest : degrees;
        return (angle + 360) % 360;
    }

    private static double Size(Letter letter) => letter.PointSize > 0.1
        ? letter.PointSize
        : Math.Max(letter.BoundingBox.Height, 1);

    private static bool IsOutside(Page page, PdfPoint point, double size) =>
        point.X < -size || point.Y < -size || point.X > page.Width + size || point.Y > page.Height + size;
}
