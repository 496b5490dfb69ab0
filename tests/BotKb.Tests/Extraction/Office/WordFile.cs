using BotKb.Knowledge;
using BotKb.Sources.Extraction.Office;

namespace BotKb.Tests.Extraction.Office;

/// <summary>Word documents for tests.</summary>
internal static class WordFile
{
    private const string Main = "word/document.xml";
    private const string Names =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"urn:mc\" xmlns:v=\"urn:v\" xmlns:m=\"urn:m\" xmlns:wp=\"urn:wp\"";

    public static OfficeFile Create(string body, string dialect = OfficeFile.Dialect) => new OfficeFile { Relationships = dialect }
        .With(Main, $"<w:document {Names}><w:body>{body}</w:body></w:document>", "officeDocument");

    public static OfficeFile WithPart(this OfficeFile file, string kind, string xml, string? name = null) => file
        .With($"word/{name ?? kind}.xml", $"<w:{kind} {Names}>{xml}</w:{kind}>", kind, Main);

    public static string Paragraph(string text, string properties = "") =>
        $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    public static ExtractedDocument? Extract(this OfficeFile file) =>
        new WordExtractor().Extract("test.docx", file.Build(), TestContext.Current.CancellationToken);

    public static Block[] Blocks(this OfficeFile file) => [.. file.Extract()!.Blocks];

    public static string[] Texts(this OfficeFile file) => [.. file.Extract()!.Blocks.Select(block => block.Text)];
}
