using BotKb.Knowledge;
using BotKb.Sources.Extraction.Pdf;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace BotKb.Tests.Extraction.Pdf;

/// <summary>PDF files for tests, drawn word by word.</summary>
internal sealed class PdfFile
{
    private readonly List<List<Action<PdfPageBuilder, Func<Standard14Font, PdfDocumentBuilder.AddedFont>>>> _pages = [];
    private string? _title;

    public PdfFile Titled(string title)
    {
        _title = title;
        return this;
    }

    public PdfFile Page()
    {
        _pages.Add([]);
        return this;
    }

    public PdfFile Text(double x, double y, string text, double size = 10, Standard14Font font = Standard14Font.Helvetica) =>
        Draw((page, fonts) => page.AddText(text, size, new PdfPoint(x, y), fonts(font)));

    /// <summary>Lines of one paragraph, 12 points apart.</summary>
    public PdfFile Lines(double x, double y, params string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            Text(x, y - (12 * i), lines[i]);
        }

        return this;
    }

    public PdfFile Picture() => Draw((page, _) => page.DrawRectangle(new PdfPoint(100, 100), 200, 200, fill: true));

    public byte[] Build()
    {
        using var document = new PdfDocumentBuilder();
        document.DocumentInformation.Title = _title;
        var fonts = new Dictionary<Standard14Font, PdfDocumentBuilder.AddedFont>();
        foreach (var drawings in _pages)
        {
            var page = document.AddPage(PageSize.A4);
            drawings.ForEach(draw => draw(page, Font));
        }

        return document.Build();

        PdfDocumentBuilder.AddedFont Font(Standard14Font font) =>
            fonts.TryGetValue(font, out var added) ? added : fonts[font] = document.AddStandard14Font(font);
    }

    public ExtractedDocument? Extract() => new PdfExtractor().Extract("test.pdf", Build(), TestContext.Current.CancellationToken);

    public Block[] Blocks() => [.. Extract()!.Blocks];

    private PdfFile Draw(Action<PdfPageBuilder, Func<Standard14Font, PdfDocumentBuilder.AddedFont>> drawing)
    {
        (_pages.Count > 0 ? this : Page())._pages[^1].Add(drawing);
        return this;
    }
}
