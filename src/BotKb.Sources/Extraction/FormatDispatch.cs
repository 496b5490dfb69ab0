using BotKb.Knowledge;
using BotKb.Sources.Extraction.Archives;
using BotKb.Sources.Extraction.Conversion;
using BotKb.Sources.Extraction.Html;
using BotKb.Sources.Extraction.Mail;
using BotKb.Sources.Extraction.Markdown;
using BotKb.Sources.Extraction.Office;
using BotKb.Sources.Extraction.Packages;
using BotKb.Sources.Extraction.Pdf;
using BotKb.Sources.Extraction.Text;

namespace BotKb.Sources.Extraction;

/// <summary>Knows which class reads which format, and turns every way in which reading may fail into a result.</summary>
internal sealed class FormatDispatch
{
    private readonly Dictionary<FileFormat, IFormatExtractor> _formats;

    /// <summary>Sets the formats up.</summary>
    /// <param name="converter">Converts the formats that BotKb does not read itself.</param>
    /// <param name="attachmentLevels">How deep attachments of attachments are read.</param>
    public FormatDispatch(IOfficeConverter converter, int attachmentLevels)
    {
        var word = new WordExtractor();
        var presentation = new PresentationExtractor();
        var openDocument = new OpenDocumentExtractor();
        _formats = new()
        {
            [FileFormat.PlainText] = new PlainTextExtractor(),
            [FileFormat.Markdown] = new MarkdownExtractor(),
            [FileFormat.Html] = new HtmlExtractor(),
            [FileFormat.DelimitedText] = new DelimitedTextExtractor(),
            [FileFormat.SourceCode] = new SourceCodeExtractor(),
            [FileFormat.Svg] = new SvgExtractor(),
            [FileFormat.Email] = new EmailExtractor(attachmentLevels > 0 ? new FormatDispatch(converter, attachmentLevels - 1) : null),
            [FileFormat.LegacyWorkbook] = new LegacyWorkbookExtractor(),
            [FileFormat.Pdf] = new PdfExtractor(),
            [FileFormat.WordDocument] = word,
            [FileFormat.Presentation] = presentation,
            [FileFormat.Workbook] = new WorkbookExtractor(),
            [FileFormat.LegacyWordDocument] = new ConvertedFormat(converter, "old Word files (.doc)", "docx", word),
            [FileFormat.RichText] = new ConvertedFormat(converter, "rich text (.rtf)", "docx", word),
            [FileFormat.LegacyPresentation] = new ConvertedFormat(converter, "old PowerPoint files (.ppt)", "pptx", presentation),
            [FileFormat.OpenDocumentText] = openDocument,
            [FileFormat.OpenDocumentSpreadsheet] = openDocument,
            [FileFormat.OpenDocumentPresentation] = openDocument,
            [FileFormat.Epub] = new EpubExtractor(),
            [FileFormat.Archive] = new ArchiveExtractor(),
            [FileFormat.OutlookMessage] = Unsupported("BotKb does not read Outlook's .msg files; save the message as .eml."),
            [FileFormat.Image] = new RefusedFormat(ExtractionStatus.NoText, "The file is a picture; BotKb reads text only."),
            [FileFormat.Media] = Unsupported("BotKb does not listen to sound or watch films; add a transcript."),
            [FileFormat.Program] = Unsupported("BotKb does not read programs."),
            [FileFormat.OtherBinary] = Unsupported("BotKb does not read this kind of file."),
        };
    }

    /// <summary>Extracts one file. Throws for cancellation only.</summary>
    public ExtractionResult Extract(string fileName, byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            return Read(fileName, content, cancellationToken) is { } document
                ? ExtractionResult.Found(document)
                : ExtractionResult.Failed(ExtractionStatus.NoText, "The file holds no text.");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (ExtractionException e)
        {
            return ExtractionResult.Failed(e.Status, e.Message);
        }
        catch (OutOfMemoryException)
        {
            return ExtractionResult.Failed(ExtractionStatus.TooLarge, "Reading the file takes more memory than BotKb may use; split it.");
        }
        catch (Exception)
        {
            return ExtractionResult.Failed(
                ExtractionStatus.Corrupt, "The file is damaged or not written as its format asks; get a sound copy.");
        }
    }

    private ExtractedDocument? Read(string fileName, byte[] content, CancellationToken cancellationToken)
    {
        if (content.Length == 0)
        {
            throw new ExtractionException(ExtractionStatus.Empty, "The file has no content.");
        }

        var format = FormatSniffer.Find(fileName, content);
        if (format != FileFormat.Archive && content.AsSpan().StartsWith("PK"u8))
        {
            var entries = ZipDirectory.Read(content);
            ZipGate.CheckDeclared(entries, content.Length, ZipLimits.Document);
            ZipGate.CheckUnpacked(content, entries, ZipLimits.Document, cancellationToken);
        }

        return _formats[format].Extract(fileName, content, cancellationToken);
    }

    private static RefusedFormat Unsupported(string reason) => new(ExtractionStatus.Unsupported, reason);
}
