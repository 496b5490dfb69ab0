using System.Text;
using BotKb.Knowledge;
using BotKb.Sources.Extraction;

namespace BotKb.Tests.Extraction;

public sealed class FormatDispatchTests
{
    [Theory]
    [InlineData("EncryptedPackage", ExtractionStatus.Encrypted)]
    [InlineData("WordDocument", ExtractionStatus.Unsupported)]
    [InlineData("PowerPoint Document", ExtractionStatus.Unsupported)]
    [InlineData("__properties_version1.0", ExtractionStatus.Unsupported)]
    [InlineData("VisioDocument", ExtractionStatus.Unsupported)]
    public void A_compound_file_is_told_by_its_streams(string stream, ExtractionStatus status) =>
        Extracting.File("file.docx", TestCompoundFile.Of(stream, [])).Status.ShouldBe(status);

    [Fact]
    public void A_protected_old_document_is_encrypted()
    {
        var start = new byte[64];
        start[11] = 1;

        Extracting.File("file.doc", TestCompoundFile.Of("WordDocument", start)).Status.ShouldBe(ExtractionStatus.Encrypted);
    }

    [Fact]
    public void An_old_format_says_what_would_make_it_readable() =>
        Extracting.File("file.rtf", @"{\rtf1 Hello}"u8.ToArray()).Reason
            .ShouldBe("BotKb reads rich text (.rtf) only where LibreOffice is installed; save it as .docx.");

    [Theory]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13 }, ExtractionStatus.NoText)]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0x4A, 0x46 }, ExtractionStatus.NoText)]
    [InlineData(new byte[] { 0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69, 0x63, 0, 0, 0, 0 }, ExtractionStatus.NoText)]
    [InlineData(new byte[] { 0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70, 0x69, 0x73, 0x6F, 0x6D, 0, 0, 0, 0 }, ExtractionStatus.Unsupported)]
    [InlineData(new byte[] { 0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xFF, 0xFF, 0, 0 }, ExtractionStatus.Unsupported)]
    public void The_content_decides_and_not_the_name(byte[] content, ExtractionStatus status) =>
        Extracting.File("notes.txt", content).Status.ShouldBe(status);

    [Fact]
    public void A_web_page_under_another_name_is_read_as_one() =>
        Extracting.Text("table.xls", "<html><body><h1>Prices</h1><p>Low</p></body></html>").Outline()
            .ShouldBe(["Heading: Prices", "Paragraph: Low"]);

    [Fact]
    public void A_message_without_an_ending_is_read_as_one() =>
        Extracting.Text("message", "From: a@example.com\nSubject: Lunch\n\nAt noon.").Document!.Title.ShouldBe("Lunch");

    [Fact]
    public void A_file_of_a_kind_that_nobody_knows_is_unsupported() =>
        Extracting.File("file.xyz", [.. Enumerable.Range(0, 500).Select(i => (byte)(i * 37))])
            .Status.ShouldBe(ExtractionStatus.Unsupported);

    [Fact]
    public void A_picture_that_holds_words_is_read() =>
        Extracting.Text(
            "plan.svg", "<svg xmlns='http://www.w3.org/2000/svg'><title>Plan</title><text x='1'>Exit <tspan>north</tspan></text></svg>")
            .Outline().ShouldBe(["Paragraph: Plan", "Paragraph: Exit north"]);

    [Fact]
    public void A_drawing_without_words_has_no_text() =>
        Extracting.Text("plan.svg", "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>")
            .Status.ShouldBe(ExtractionStatus.NoText);

    [Fact]
    public void Json_is_code_in_which_words_can_be_found() =>
        Extracting.Text("a.json", """{ "name": "\u5458\u5DE5", "path": "C:\\users" }""").Outline()
            .ShouldBe(["""Code: { "name": "员工", "path": "C:\\users" }"""]);

    [Fact]
    public void Old_workbooks_are_read_sheet_by_sheet()
    {
        var result = Extracting.File(
            "prices.xls", TestCompoundFile.Of("Workbook", TestBiff.Workbook("Prices", ["Item", "Price"], ["Tea", 2.5, 196.0])));

        result.Outline().ShouldBe(["Table: | Item | Price |  |\n| --- | --- | --- |\n| Tea | 2.5 | 196 |"]);
        result.Document!.Blocks.Single().Sheet.ShouldBe("Prices");
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_too_large()
    {
        using var endless = new EndlessStream();

        var result = await new FileExtractor(new NoOfficeConverter()).ExtractAsync("a.txt", endless, TestContext.Current.CancellationToken);

        result.Status.ShouldBe(ExtractionStatus.TooLarge);
    }

    [Fact]
    public void Text_in_an_old_encoding_is_read_like_any_other()
    {
        Extracting.File("制度.txt", Encoding.GetEncoding("gb18030").GetBytes("第一条\n员工须遵守。\n\n第二条")).Outline()
            .ShouldBe(["Paragraph: 第一条\n员工须遵守。", "Paragraph: 第二条"]);
    }
}
