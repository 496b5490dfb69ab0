using BotKb.Knowledge;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace BotKb.Sources.Extraction.Pdf;

/// <summary>Reads PDF: paragraphs, headings and tables in reading order, each with its page.</summary>
internal sealed class PdfExtractor : IFormatExtractor
{
    /// <inheritdoc/>
    public ExtractedDocument? Extract(string fileName, byte[] content, CancellationToken cancellationToken)
    {
        using var document = Open(content);
        var flows = ReadFlows(document, cancellationToken);
        var typography = Typography.Measure([.. flows.Select(flow => flow.Lines)]);
        var blocks = flows.SelectMany(flow => new PageBlocks(flow, typography).Read()).ToList();
        return Build(
            blocks, new Headings(typography, PdfOutline.Read(document), blocks), MetadataTitle.Sensible(document.Information.Title));
    }

    private static PdfDocument Open(byte[] content)
    {
        try
        {
            return PdfDocument.Open(
                content, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, UseActualText = true });
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new ExtractionException(ExtractionStatus.Encrypted, "The PDF asks for a password; save a copy without one.");
        }
    }

    /// <summary>The lines of all pages; a damaged page is left out as long as most pages are sound.</summary>
    private static List<PdfFlow> ReadFlows(PdfDocument document, CancellationToken cancellationToken)
    {
        var flows = new List<PdfFlow>();
        var damaged = 0;
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                flows.AddRange(GlyphReader.Read(document.GetPage(number))
                    .Select((glyphs, i) => new PdfFlow(number, i == 0, PdfLine.Gather(ReadingOrder.Sort(RunBuilder.Build(glyphs))))));
            }
            catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException))
            {
                damaged++;
            }
        }

        return damaged * 2 <= document.NumberOfPages && damaged < Math.Max(1, document.NumberOfPages)
            ? flows
            : throw new ExtractionException(ExtractionStatus.Corrupt, "Most pages of the PDF are damaged.");
    }

    private static ExtractedDocument? Build(List<PdfBlock> blocks, Headings headings, string? title)
    {
        var builder = new BlockBuilder();
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            builder.Page = block.Page;
            var level = headings.Level(block, i + 1 < blocks.Count ? blocks[i + 1] : null);
            if (level > 0)
            {
                builder.Heading(level, block.Text);
            }
            else
            {
                Add(builder, block);
            }
        }

        return builder.Build(title);
    }

    private static void Add(BlockBuilder builder, PdfBlock block)
    {
        switch (block.Kind)
        {
            case BlockKind.Table:
                builder.Table(block.Rows);
                break;
            case BlockKind.Code:
                builder.Code(block.Text);
                break;
            case BlockKind.ListItem:
                builder.ListItem(ListMark.Plain(block.Text));
                break;
            default:
                builder.Paragraph(block.Text);
                break;
        }
    }
}
