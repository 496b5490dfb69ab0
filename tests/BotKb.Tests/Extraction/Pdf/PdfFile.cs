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
    private readonly PdfDocumentBuilder _document = new();
    private readonly Dictionary<Standard14Font, PdfDocumentBuilder.AddedFont> _fonts = [];
    private PdfPageBuilder? _page;

    public PdfFile Titled(string title)
    {
        _document.DocumentInformation.Title = title;
        return this;
    }

    public PdfFile Page()
    {
        _page = _document.AddPage(PageSize.A4);
        return this;
    }

    public PdfFile Text(double x, double y, string text, double size = 10, Standard14Font font = Standard14Font.Helvetica)
    {
        if (!_fonts.TryGetValue(font, out var added))
        {
            _fonts.Add(font, added = _document.AddStandard14Font(font));
        }

        (_page ?? Page()._page!).AddText(text, size, new PdfPoint(x, y), added);
        return this;
    }

    /// <summary>Lines of one paragraph, 12 points apart.</summary>
    public PdfFile Lines(double x, double y, params string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            Text(x, y - (12 * i), lines[i]);
        }

        return this;
    }

    public PdfFile Picture()
    {
        Page()._page!.DrawRectangle(new PdfPoint(100, 100), 200, 200, fill: true);
        return this;
    }

    public byte[] Build() => _document.Build();

    public ExtractedDocument? Extract() => new PdfExtractor().Extract("test.pdf", Build(), TestContext.Current.CancellationToken);

    public Block[] Blocks() => [.. Extract()!.Blocks];
}
