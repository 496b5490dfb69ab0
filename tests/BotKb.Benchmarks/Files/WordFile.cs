using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace BotKb.Benchmarks.Files;

/// <summary>Writes Word documents with headings, lists, emphasis and a table.</summary>
internal static class WordFile
{
    private const int ParagraphsOfSection = 6;
    private const int RowsOfTable = 8;

    /// <summary>The bytes of a document with these paragraphs.</summary>
    public static byte[] Of(string title, IEnumerable<string> paragraphs)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = Styles();
            main.Document = new Document(new Body([Paragraph(title, "Title"), .. paragraphs.Chunk(ParagraphsOfSection).SelectMany(Section)]));
        }

        return stream.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Section(string[] paragraphs, int number)
    {
        yield return Paragraph($"{number + 1} {paragraphs[0][..Math.Min(40, paragraphs[0].Length)]}", "Heading1");
        for (var i = 0; i < paragraphs.Length; i++)
        {
            yield return i % ParagraphsOfSection == 3 ? Paragraph(paragraphs[i], "ListParagraph") : Paragraph(paragraphs[i], null);
        }

        if (number % 4 == 0)
        {
            yield return Table(paragraphs[^1]);
        }
    }

    // Word cuts its text into runs wherever the writer stopped once.
    private static Paragraph Paragraph(string text, string? style)
    {
        var paragraph = new Paragraph();
        if (style is not null)
        {
            paragraph.ParagraphProperties = new ParagraphProperties(new ParagraphStyleId { Val = style });
        }

        var half = text.Length / 2;
        paragraph.Append(Run(text[..half]));
        var rest = Run(text[half..]);
        rest.RunProperties = new RunProperties(new Bold(), new Languages { Val = "en-GB" });
        paragraph.Append(rest);
        return paragraph;
    }

    private static Run Run(string text) => new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    private static Table Table(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new Table(Enumerable.Range(0, RowsOfTable).Select(row => new TableRow(Enumerable.Range(0, 4).Select(cell =>
            new TableCell(Paragraph($"{words[((row * 4) + cell) % words.Length]} {row * cell}", null))))));
    }

    private static Styles Styles() => new(Style("Title", "Title"), Style("Heading1", "heading 1"), Style("ListParagraph", "List Paragraph"));

    private static Style Style(string id, string name) => new(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id };
}
