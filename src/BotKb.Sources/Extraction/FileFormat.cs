namespace BotKb.Sources.Extraction;

/// <summary>What the bytes of a file are, as far as the way to read them goes.</summary>
internal enum FileFormat
{
    PlainText,
    Markdown,
    Html,
    DelimitedText,
    SourceCode,
    Svg,
    Email,
    Pdf,
    WordDocument,
    Presentation,
    Workbook,
    LegacyWordDocument,
    LegacyPresentation,
    LegacyWorkbook,
    OutlookMessage,
    RichText,
    OpenDocumentText,
    OpenDocumentSpreadsheet,
    OpenDocumentPresentation,
    Epub,
    Image,
    Media,
    Program,
    Archive,

    /// <summary>Known by its first bytes, but to nobody's use as text.</summary>
    OtherBinary,
}
