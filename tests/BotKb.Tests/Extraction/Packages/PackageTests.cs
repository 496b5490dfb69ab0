using BotKb.Knowledge;

namespace BotKb.Tests.Extraction.Packages;

public sealed class PackageTests
{
    private const string OpenDocument = """
        <office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:draw="d" xmlns:presentation="p"><office:body>{0}</office:body></office:document-content>
        """;

    [Fact]
    public void An_OpenDocument_text_keeps_headings_lists_and_tables()
    {
        var result = Extracting.File("a.odt", Odf("text", "", """
            <office:text><text:h text:outline-level="2">Leave</text:h><text:p>Two<text:s text:c="3"/>weeks<text:line-break/>a year.</text:p>
            <text:list><text:list-item><text:p>one</text:p></text:list-item></text:list>
            <table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table></office:text>
            """));

        result.Outline()
            .ShouldBe(["Heading: Leave", "Paragraph: Two weeks\na year.", "ListItem: - one", "Table: | a | b |\n| --- | --- |"]);
        result.Document!.Blocks[0].Level.ShouldBe(2);
    }

    [Fact]
    public void An_OpenDocument_spreadsheet_is_read_sheet_by_sheet()
    {
        var result = Extracting.File("a.ods", Odf("spreadsheet", "", """
            <office:spreadsheet><table:table table:name="Prices"><table:table-row><table:table-cell><text:p>Tea</text:p></table:table-cell>
            <table:table-cell table:number-columns-repeated="2"><text:p>2</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16000"/></table:table-row>
            <table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row></table:table></office:spreadsheet>
            """));

        result.Outline().ShouldBe(["Table: | Tea | 2 | 2 |\n| --- | --- | --- |"]);
        result.Document!.Blocks.Single().Sheet.ShouldBe("Prices");
    }

    [Fact]
    public void An_OpenDocument_presentation_is_read_slide_by_slide()
    {
        var result = Extracting.File("a.odp", Odf("presentation", "", """
            <office:presentation><draw:page><text:p>one</text:p></draw:page>
            <draw:page><draw:frame presentation:class="title"><draw:text-box><text:p>Plan</text:p></draw:text-box></draw:frame><text:p>two</text:p></draw:page></office:presentation>
            """));

        result.Document!.Blocks.Select(block => (block.Text, block.Slide)).ShouldBe([("one", 1), ("Plan", 2), ("two", 2)]);
    }

    [Fact]
    public void A_protected_OpenDocument_is_encrypted() =>
        Extracting.File("a.odt", Odf("text", "<encryption-data/>", "<office:text/>")).Status.ShouldBe(ExtractionStatus.Encrypted);

    [Fact]
    public void An_entity_that_expands_without_end_is_corrupt() =>
        Extracting.File("a.odt", TestZip.Of(
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            ("content.xml", "<!DOCTYPE a [<!ENTITY x \"xxxxxxxx\"><!ENTITY y \"&x;&x;&x;\">]><a>&y;</a>"))).Status.ShouldBe(
                ExtractionStatus.Corrupt);

    [Fact]
    public void A_book_is_read_in_the_order_of_its_spine()
    {
        var result = Extracting.File("a.epub", TestZip.Of(
            ("mimetype", "application/epub+zip"),
            ("META-INF/container.xml", "<container><rootfiles><rootfile full-path='OPS/book.opf'/></rootfiles></container>"),
            ("OPS/book.opf", "<package xmlns:dc='d'><dc:title>Guide</dc:title><manifest><item id='b' href='two%20b.xhtml'/><item id='a' href='one.xhtml'/></manifest><spine><itemref idref='a'/><itemref idref='b'/></spine></package>"),
            ("OPS/two b.xhtml", "<html><body><p>second</p></body></html>"),
            ("OPS/one.xhtml", "<html><body><h1>First</h1></body></html>")));

        result.Outline().ShouldBe(["Heading: First", "Paragraph: second"]);
        result.Document!.Title.ShouldBe("Guide");
    }

    private static byte[] Odf(string kind, string manifest, string body) => TestZip.Of(
        ("mimetype", "application/vnd.oasis.opendocument." + kind),
        ("META-INF/manifest.xml", $"<manifest>{manifest}</manifest>"),
        ("content.xml", OpenDocument.Replace("{0}", body, StringComparison.Ordinal)));
}
