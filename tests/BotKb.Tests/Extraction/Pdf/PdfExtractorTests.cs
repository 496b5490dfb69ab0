using System.Text;
using BotKb.Knowledge;
using BotKb.Sources.Extraction;
using BotKb.Sources.Extraction.Pdf;
using UglyToad.PdfPig.Fonts.Standard14Fonts;

namespace BotKb.Tests.Extraction.Pdf;

public sealed class PdfExtractorTests
{
    private static readonly string[] Prose =
    [
        "The committee of the northern region met in the spring and", "agreed on the budget for the following year, which was then sent",
        "to the members for a second reading before the summer break.",
    ];

    [Fact]
    public void Larger_lines_are_headings_and_every_block_has_its_page()
    {
        var blocks = new PdfFile()
            .Page().Text(72, 780, "Budget", 20).Text(72, 740, "Meetings", 14).Lines(72, 715, Prose)
            .Page().Lines(72, 780, Prose).Blocks();

        blocks.Select(block => (block.Kind, block.Level, block.Page)).ShouldBe(
            [(BlockKind.Heading, 1, 1), (BlockKind.Heading, 2, 1), (BlockKind.Paragraph, 0, 1), (BlockKind.Paragraph, 0, 2)]);
        blocks[3].HeadingPath.ShouldBe(["Budget", "Meetings"]);
        blocks[2].Text.ShouldBe(string.Join(' ', Prose));
    }

    [Fact]
    public void A_word_parted_at_the_end_of_a_line_is_whole_again()
    {
        var block = new PdfFile().Lines(72, 700, "The committee of the northern region met in spring and consid-", "ered the budget of the following year with great care and love.")
            .Blocks().Single();

        block.Text.ShouldContain("and considered the budget");
    }

    [Fact]
    public void Text_drawn_twice_to_look_bold_is_read_once()
    {
        new PdfFile().Text(72, 700, "Important notice").Text(72.3, 700, "Important notice").Text(72.3, 699.8, "Important notice")
            .Blocks().Single().Text.ShouldBe("Important notice");
    }

    [Fact]
    public void Columns_are_read_one_after_the_other_however_they_were_drawn()
    {
        var file = new PdfFile();
        for (var line = 0; line < 12; line++)
        {
            file.Text(60, 700 - (line * 12), $"left column number {line:00} with some more words", 9)
                .Text(320, 700 - (line * 12), $"right column number {line:00} with some more words", 9);
        }

        var text = string.Join(' ', file.Blocks().Select(block => block.Text));

        text.IndexOf("left column number 11", StringComparison.Ordinal)
            .ShouldBeLessThan(text.IndexOf("right column number 00", StringComparison.Ordinal));
    }

    [Fact]
    public void A_footer_that_was_drawn_first_is_a_block_of_its_own_at_the_end()
    {
        new PdfFile().Text(280, 30, "Page 7").Lines(72, 700, Prose).Blocks()[^1].Text.ShouldBe("Page 7");
    }

    [Fact]
    public void Cells_in_columns_are_a_table()
    {
        var file = new PdfFile();
        string[][] rows = [["Item", "Amount", "Price"], ["Green tea", "12", "3.50"], ["Coffee", "7", "11.25"]];
        for (var row = 0; row < rows.Length; row++)
        {
            file.Text(72, 700 - (row * 14), rows[row][0]).Text(200, 700 - (row * 14), rows[row][1])
                .Text(300, 700 - (row * 14), rows[row][2]);
        }

        var block = file.Blocks().Single();

        block.Kind.ShouldBe(BlockKind.Table);
        block.Text.ShouldBe("| Item | Amount | Price |\n| --- | --- | --- |\n| Green tea | 12 | 3.50 |\n| Coffee | 7 | 11.25 |");
    }

    [Fact]
    public void Listings_keep_their_lines_and_indents()
    {
        var file = new PdfFile().Lines(72, 700, Prose).Text(72, 640, "if (x) {", 9, Standard14Font.Courier)
            .Text(72 + (4 * 5.4), 630, "return 1;", 9, Standard14Font.Courier).Text(72, 620, "}", 9, Standard14Font.Courier);

        var code = file.Blocks().Single(block => block.Kind == BlockKind.Code);

        code.Text.ShouldBe("if (x) {\n    return 1;\n}");
    }

    [Fact]
    public void Items_of_a_list_are_told_apart()
    {
        new PdfFile().Lines(72, 700, Prose).Text(72, 650, "1. first thing").Text(72, 638, "2. second thing").Blocks()
            .Where(block => block.Kind == BlockKind.ListItem).Select(block => block.Text).ShouldBe(["1. first thing", "2. second thing"]);
    }

    [Theory]
    [InlineData("Travel policy", "Travel policy")]
    [InlineData("Microsoft Word - x.doc", "Budget")]
    [InlineData("untitled", "Budget")]
    [InlineData("(anonymous)", "Budget")]
    public void The_title_is_that_of_the_properties_where_a_person_wrote_it(string property, string title) =>
        new PdfFile().Titled(property).Text(72, 780, "Budget", 20).Lines(72, 715, Prose).Extract()!.Title.ShouldBe(title);

    [Fact]
    public void Pages_without_any_text_are_none() => new PdfFile().Picture().Extract().ShouldBeNull();

    [Fact]
    public void A_password_is_told_apart_from_damage()
    {
        var key = new string('A', 64);
        var pdf = Written(
            "/Encrypt 4 0 R/ID[<01><01>]",
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>",
            $"<</Filter/Standard/V 1/R 2/O<{key}>/U<{key}>/P -4>>");

        var exception = Should.Throw<ExtractionException>(
            () => new PdfExtractor().Extract("a.pdf", pdf, TestContext.Current.CancellationToken));

        exception.Status.ShouldBe(ExtractionStatus.Encrypted);
    }

    [Fact]
    public void A_file_cut_short_is_an_error()
    {
        var whole = new PdfFile().Lines(72, 700, Prose).Build();

        Should.Throw<Exception>(() => new PdfExtractor().Extract("a.pdf", whole[..300], TestContext.Current.CancellationToken));
    }

    private static byte[] Written(string trailer, params string[] objects)
    {
        var pdf = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        for (var i = 0; i < objects.Length; i++)
        {
            table.Append($"{pdf.Length:0000000000} 00000 n \n");
            pdf.Append($"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var start = pdf.Length;
        pdf.Append(table).Append($"trailer\n<</Root 1 0 R/Size {objects.Length + 1}{trailer}>>\nstartxref\n{start}\n%%EOF");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }

    [Fact]
    public void Cancellation_ends_the_reading() => Should.Throw<OperationCanceledException>(
        () => new PdfExtractor().Extract("a.pdf", new PdfFile().Lines(72, 700, Prose).Build(), new CancellationToken(canceled: true)));
}
