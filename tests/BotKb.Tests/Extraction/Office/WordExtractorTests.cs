using BotKb.Knowledge;
using BotKb.Sources.Extraction;
using BotKb.Sources.Extraction.Office;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace BotKb.Tests.Extraction.Office;

public sealed class WordExtractorTests
{
    private const string Styles =
        """
        <w:style w:type="paragraph" w:styleId="1"><w:name w:val="标题 1"/></w:style>
        <w:style w:type="paragraph" w:styleId="mine"><w:name w:val="House style"/><w:basedOn w:val="base"/></w:style>
        <w:style w:type="paragraph" w:styleId="base"><w:name w:val="Base"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
        """;

    [Fact]
    public void Headings_are_known_by_inherited_and_by_translated_styles()
    {
        var blocks = WordFile.Create(
            WordFile.Paragraph("第一章", "<w:pStyle w:val=\"1\"/>")
            + WordFile.Paragraph("Details", "<w:pStyle w:val=\"mine\"/>")
            + WordFile.Paragraph("Body"))
            .WithPart("styles", Styles).Blocks();

        blocks.Select(block => block.Level).ShouldBe([1, 2, 0]);
        blocks[2].HeadingPath.ShouldBe(["第一章", "Details"]);
    }

    [Fact]
    public void The_title_style_names_the_document_when_its_properties_do_not()
    {
        var file = WordFile.Create(WordFile.Paragraph("Leave policy", "<w:pStyle w:val=\"Title\"/>") + WordFile.Paragraph("Body"))
            .WithPart("styles", Styles).WithTitle("Microsoft Word - draft.doc");

        file.Extract()!.Title.ShouldBe("Leave policy");
    }

    [Fact]
    public void Insertions_stay_and_deletions_go()
    {
        WordFile.Create(
            "<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom></w:p>")
            .Texts().ShouldBe(["new"]);
    }

    [Fact]
    public void The_result_of_a_field_stays_and_its_code_goes()
    {
        WordFile.Create(
            "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:t>hidden</w:t></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>shown</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t> after</w:t></w:r></w:p>")
            .Texts().ShouldBe(["shown after"]);
    }

    [Fact]
    public void Lists_carry_the_marks_that_are_drawn()
    {
        var item = (int id, int level) => $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{id}\"/></w:numPr>";
        WordFile.Create(
            WordFile.Paragraph("bullet", item(1, 0)) + WordFile.Paragraph("one", item(2, 0)) + WordFile.Paragraph("deep", item(2, 1))
            + WordFile.Paragraph("two", item(2, 0)) + WordFile.Paragraph("plain", item(0, 0)))
            .WithPart(
                "numbering",
                "<w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"·\"/></w:lvl></w:abstractNum>"
                + "<w:abstractNum w:abstractNumId=\"8\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl>"
                + "<w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"decimal\"/><w:isLgl/><w:lvlText w:val=\"%1.%2\"/></w:lvl></w:abstractNum>"
                + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"8\"/></w:num>")
            .Texts().ShouldBe(["- bullet", "一、 one", "1.1 deep", "二、 two", "plain"]);
    }

    [Fact]
    public void Merged_cells_speak_in_every_row_and_nested_tables_are_text()
    {
        var cell = (string content, string properties) => $"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>";
        var nested = $"<w:tbl><w:tr>{cell(WordFile.Paragraph("x"), "")}{cell(WordFile.Paragraph("y"), "")}</w:tr></w:tbl>";
        var block = WordFile.Create(
            "<w:tbl>"
            + $"<w:tr>{cell(WordFile.Paragraph("Kind"), "")}{cell(WordFile.Paragraph("Wide"), "<w:gridSpan w:val=\"2\"/>")}</w:tr>"
            + $"<w:tr>{cell(WordFile.Paragraph("Fruit"), "<w:vMerge w:val=\"restart\"/>")}{cell(WordFile.Paragraph("Apple"), "")}{cell(nested, "")}</w:tr>"
            + $"<w:tr>{cell("<w:p/>", "<w:vMerge/>")}{cell(WordFile.Paragraph("Pear"), "")}{cell(WordFile.Paragraph("2"), "")}</w:tr>"
            + "</w:tbl>").Blocks().Single();

        block.Kind.ShouldBe(BlockKind.Table);
        block.Text.ShouldBe("| Kind | Wide | Wide |\n| --- | --- | --- |\n| Fruit | Apple | x y |\n| Fruit | Pear | 2 |");
    }

    [Fact]
    public void A_text_box_is_read_once_though_it_is_written_twice()
    {
        var box = $"<w:txbxContent>{WordFile.Paragraph("In the box")}</w:txbxContent>";
        WordFile.Create(
            $"<w:p><w:r><w:t>Before</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
            + $"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>")
            .Texts().ShouldBe(["Before", "In the box"]);
    }

    [Fact]
    public void Notes_follow_their_paragraph_and_headers_and_footers_stand_once_at_the_ends()
    {
        WordFile.Create("<w:p><w:r><w:t>Claim</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p>" + WordFile.Paragraph("Next"))
            .WithPart("footnotes", $"<w:footnote w:id=\"0\" w:type=\"separator\">{WordFile.Paragraph("-")}</w:footnote><w:footnote w:id=\"2\">{WordFile.Paragraph("Proof")}</w:footnote>")
            .WithPart("header", WordFile.Paragraph("Top"), "header1")
            .WithPart("header", WordFile.Paragraph("Top"), "header2")
            .WithPart("footer", WordFile.Paragraph("Bottom"))
            .Texts().ShouldBe(["Top", "Claim", "Proof", "Next", "Bottom"]);
    }

    [Fact]
    public void Pages_are_counted_by_the_breaks_that_the_author_set()
    {
        WordFile.Create(
            WordFile.Paragraph("one") + "<w:p><w:r><w:br w:type=\"page\"/><w:t>two</w:t></w:r></w:p>"
            + WordFile.Paragraph("three", "<w:pageBreakBefore/>") + WordFile.Paragraph("still three"))
            .Blocks().Select(block => block.Page).ShouldBe([1, 2, 3, 3]);
    }

    [Fact]
    public void Pages_are_counted_by_rendered_breaks_where_word_left_them()
    {
        WordFile.Create(
            "<w:p><w:r><w:t>one</w:t><w:br w:type=\"page\"/></w:r></w:p><w:p><w:r><w:lastRenderedPageBreak/><w:t>two</w:t></w:r></w:p>")
            .Blocks().Select(block => block.Page).ShouldBe([1, 2]);
    }

    [Fact]
    public void Pages_stay_open_where_nothing_tells_them() =>
        WordFile.Create(WordFile.Paragraph("text")).Blocks().Single().Page.ShouldBeNull();

    [Fact]
    public void Formulas_and_symbols_and_tabs_are_text()
    {
        WordFile.Create(
            "<w:p><m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>"
            + "<w:r><w:tab/><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:noBreakHyphen/><w:t>c</w:t></w:r></w:p>")
            .Texts().ShouldBe(["a/b ☑-c"]);
    }

    [Fact]
    public void The_strict_dialect_reads_the_same() =>
        WordFile.Create(WordFile.Paragraph("strict"), OfficeFile.StrictDialect).Texts().ShouldBe(["strict"]);

    [Fact]
    public void A_document_written_by_the_sdk_is_read()
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.MacroEnabledDocument))
        {
            file.AddMainDocumentPart()
                .Document = new Document(new Body(new Paragraph(new Run(new DocumentFormat.OpenXml.Wordprocessing.Text("From the SDK")))));
            file.PackageProperties.Title = "Real title";
        }

        var document = new WordExtractor().Extract("test.docm", stream.ToArray(), TestContext.Current.CancellationToken)!;

        document.Title.ShouldBe("Real title");
        document.Blocks.Single().Text.ShouldBe("From the SDK");
    }

    [Fact]
    public void A_document_of_pictures_only_has_no_text() =>
        WordFile.Create("<w:p><w:r><w:drawing><wp:docPr descr=\"scan.png\"/></w:drawing></w:r></w:p>").Extract().ShouldBeNull();

    [Fact]
    public void A_package_without_its_main_part_is_corrupt()
    {
        var exception = Should.Throw<ExtractionException>(() => new OfficeFile().WithTitle("x").Extract());

        exception.Status.ShouldBe(ExtractionStatus.Corrupt);
    }

    [Fact]
    public void A_document_type_definition_is_refused()
    {
        var file = new OfficeFile().With(
            "word/document.xml", "<!DOCTYPE d [<!ENTITY e \"boom\">]><d><body><p><r><t>&e;</t></r></p></body></d>", "officeDocument");

        Should.Throw<System.Xml.XmlException>(() => file.Extract());
    }
}
