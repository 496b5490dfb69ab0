using BotKb.Knowledge;
using static BotKb.Tests.Knowledge.Documents;

namespace BotKb.Tests.Knowledge;

public sealed class DocumentCleanerTests
{
    [Fact]
    public void Running_headers_and_page_numbers_are_taken_out()
    {
        var pages = Enumerable.Range(1, 5).SelectMany(page => new[]
        {
            Paragraph("Acme Handbook", page),
            Paragraph(Words(30, $"text{page}x"), page),
            Paragraph($"Page {page} of 5", page),
        });

        var texts = DocumentCleaner.Clean(Of([.. pages])).Blocks.Select(block => block.Text).ToList();

        texts.Count.ShouldBe(5);
        texts.ShouldAllBe(text => text.StartsWith("text"));
    }

    [Fact]
    public void What_differs_from_page_to_page_stays()
    {
        var pages = Enumerable.Range(1, 5).Select(page => Paragraph("Chapter about " + Words(5, $"topic{(char)('a' + page)}"), page));

        DocumentCleaner.Clean(Of([.. pages])).Blocks.Length.ShouldBe(5);
    }

    [Fact]
    public void Headings_that_repeat_are_not_page_furniture()
    {
        var slides = Enumerable.Range(1, 4)
            .SelectMany(slide => new[] { Heading("Agenda", 1, slide), Paragraph(Words(8, $"s{slide}x"), slide) });

        DocumentCleaner.Clean(Of([.. slides])).Blocks.Count(block => block.Kind == BlockKind.Heading).ShouldBe(4);
    }

    [Fact]
    public void Paragraph_that_repeats_another_is_dropped()
    {
        var text = Words(60);

        DocumentCleaner.Clean(Of(Paragraph(text), Paragraph("Between."), Paragraph(text + "."))).Blocks.Select(block => block.Text)
            .ShouldBe([text, "Between."]);
    }

    [Fact]
    public void Paragraphs_that_differ_in_a_number_both_stay()
    {
        var text = Words(60);

        DocumentCleaner.Clean(Of(Paragraph(text + " 15 days"), Paragraph(text + " 25 days"))).Blocks.Length.ShouldBe(2);
    }

    [Fact]
    public void Document_of_nothing_but_furniture_is_kept_whole()
    {
        var pages = Enumerable.Range(1, 4).Select(page => Paragraph("Draft", page));

        DocumentCleaner.Clean(Of([.. pages])).Blocks.Length.ShouldBe(4);
    }
}
