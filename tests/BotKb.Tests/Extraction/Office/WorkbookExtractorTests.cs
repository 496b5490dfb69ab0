using System.Globalization;
using BotKb.Knowledge;
using BotKb.Sources.Extraction.Office;

namespace BotKb.Tests.Extraction.Office;

public sealed class WorkbookExtractorTests
{
    private const string Names = "xmlns=\"urn:x\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    [Fact]
    public void Cells_read_as_people_see_them()
    {
        var rows = Row(1, "<c t=\"inlineStr\"><is><t>Item</t></is></c>", "<c t=\"s\"><v>0</v></c>", "<c t=\"b\"><v>1</v></c>", "<c t=\"e\"><v>#N/A</v></c>")
            + Row(2, "<c><v>0.30000000000000004</v></c>", "<c s=\"1\"><v>45306</v></c>", "<c s=\"2\"><v>0.125</v></c>", "<c><f>A1*2</f><v>196</v></c>");

        Table(Book(rows)).ShouldBe("| Item | Rich text | TRUE | #N/A |\n| --- | --- | --- | --- |\n| 0.3 | 2024年1月15日 | 12.5% | 196 |");
    }

    [Fact]
    public void Cells_without_an_address_follow_each_other_and_a_lying_dimension_does_not_matter()
    {
        var rows = "<dimension ref=\"A1:XFD1048576\"/><sheetData><row><c><v>1</v></c><c r=\"XFD1\"><v>2</v></c></row><row><c><v>3</v></c><c><v>4</v></c></row></sheetData>";

        Table(Book(rows, isData: true)).ShouldBe("| 1 |  | 2 |\n| --- | --- | --- |\n| 3 | 4 |  |");
    }

    [Fact]
    public void Every_sheet_is_read_in_order_and_names_its_blocks()
    {
        var file = Book(Row(1, "<c t=\"str\"><v>first</v></c>"), Row(1, "<c t=\"str\"><v>second</v></c>"));

        Extract(file).Blocks.Where(block => block.Kind != BlockKind.Heading).Select(block => (block.Sheet, block.Text))
            .ShouldBe([("Sheet A", "first"), ("Sheet B", "second")]);
    }

    [Fact]
    public void A_long_sheet_becomes_tables_of_fifty_rows_that_repeat_the_header()
    {
        var rows = Row(1, "<c t=\"str\"><v>Number</v></c>", "<c t=\"str\"><v>Square</v></c>")
            + string.Concat(Enumerable.Range(2, 1200).Select(row => Row(row, $"<c><v>{row}</v></c>", $"<c><v>{row * row}</v></c>")));

        var tables = Extract(Book(rows)).Blocks.Where(block => block.Kind == BlockKind.Table).Select(block => block.Text.Split('\n'))
            .ToList();

        tables.Count.ShouldBe(24);
        tables.ShouldAllBe(lines => lines[0] == "| Number | Square |" && lines.Length == 52);
        tables.SelectMany(lines => lines.Skip(2)).ShouldBe(
            Enumerable.Range(2, 1200).Select(row => string.Create(CultureInfo.InvariantCulture, $"| {row} | {row * row} |")));
    }

    [Fact]
    public void A_wide_sheet_becomes_tables_that_repeat_the_first_column()
    {
        var rows = Row(1, [.. Enumerable.Range(0, 100).Select(column => $"<c t=\"str\"><v>h{column}x</v></c>")]);

        var tables = Extract(Book(rows)).Blocks.Where(block => block.Kind == BlockKind.Table).Select(block => block.Text).ToList();

        tables.Count.ShouldBe(3);
        tables.ShouldAllBe(text => text.StartsWith("| h0x |", StringComparison.Ordinal));
        Enumerable.Range(1, 99).ShouldAllBe(column => tables.Count(text => text.Contains($" h{column}x ", StringComparison.Ordinal)) == 1);
    }

    [Fact]
    public void Merged_cells_speak_in_every_row()
    {
        var rows = "<sheetData>" + Row(1, "<c t=\"str\"><v>Kind</v></c>", "<c t=\"str\"><v>Name</v></c>")
            + Row(2, "<c t=\"str\"><v>Fruit</v></c>", "<c t=\"str\"><v>Apple</v></c>") + Row(3, "<c/>", "<c t=\"str\"><v>Pear</v></c>")
            + "</sheetData><mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>";

        Table(Book(rows, isData: true)).ShouldBe("| Kind | Name |\n| --- | --- |\n| Fruit | Apple |\n| Fruit | Pear |");
    }

    [Fact]
    public void A_title_above_the_table_is_a_paragraph_and_a_table_below_has_its_own_header()
    {
        var word = (string text) => $"<c t=\"str\"><v>{text}</v></c>";
        var rows = Row(1, word("Prices of May")) + Row(2, word("Item"), word("Price")) + Row(3, word("Tea"), "<c><v>3</v></c>")
            + Row(6, word("City"), word("Zip"), word("Area")) + Row(7, word("Bonn"), "<c><v>53111</v></c>", "<c><v>141</v></c>");

        Extract(Book(rows)).Blocks.Skip(1).Select(block => block.Text).ShouldBe(
        [
            "Prices of May", "| Item | Price |\n| --- | --- |\n| Tea | 3 |", "| City | Zip | Area |\n| --- | --- | --- |\n| Bonn | 53111 | 141 |",
        ]);
    }

    [Fact]
    public void Tables_side_by_side_are_two()
    {
        var cell = (string at, string text) => $"<c r=\"{at}\" t=\"str\"><v>{text}</v></c>";
        var rows = Row(1, cell("A1", "a"), cell("B1", "b")) + Row(2, cell("A2", "1"), cell("B2", "2"), cell("E2", "x"), cell("F2", "y"))
            + Row(3, cell("A3", "3"), cell("B3", "4"), cell("E3", "5"), cell("F3", "6"));

        Extract(Book(rows)).Blocks.Skip(1).Select(block => block.Text).ShouldBe(
            ["| a | b |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |", "| x | y |\n| --- | --- |\n| 5 | 6 |"]);
    }

    [Fact]
    public void An_empty_workbook_has_no_text() =>
        new WorkbookExtractor().Extract("a.xlsx", Book("").Build(), TestContext.Current.CancellationToken).ShouldBeNull();

    private static ExtractedDocument Extract(OfficeFile file) =>
        new WorkbookExtractor().Extract("prices.xlsx", file.Build(), TestContext.Current.CancellationToken)!;

    private static string Table(OfficeFile file) => Extract(file).Blocks.Single(block => block.Kind == BlockKind.Table).Text;

    private static string Row(int number, params string[] cells) => $"<row r=\"{number}\">{string.Concat(cells)}</row>";

    private static OfficeFile Book(string sheet, bool isData) => isData ? Book([sheet], "") : Book(sheet);

    private static OfficeFile Book(params string[] sheets) => Book(sheets, "sheetData");

    private static OfficeFile Book(string[] sheets, string around)
    {
        var list = string.Concat(
            sheets.Select((_, i) => $"<sheet name=\"Sheet {(char)('A' + i)}\" sheetId=\"{i + 1}\" state=\"hidden\" r:id=\"s{i}\"/>"));
        var file = new OfficeFile()
            .With("xl/workbook.xml", $"<workbook {Names}><sheets>{list}</sheets></workbook>", "officeDocument")
            .With("xl/sharedStrings.xml", $"<sst {Names}><si><r><t>Rich </t></r><r><t>text</t></r><rPh><t>rubi</t></rPh></si></sst>", "sharedStrings", "xl/workbook.xml")
            .With(
                "xl/styles.xml",
                $"<styleSheet {Names}><numFmts><numFmt numFmtId=\"180\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/></numFmts>"
                + "<cellXfs><xf/><xf numFmtId=\"180\"/><xf numFmtId=\"10\"/></cellXfs></styleSheet>",
                "styles", "xl/workbook.xml");
        for (var i = 0; i < sheets.Length; i++)
        {
            var content = around.Length == 0 ? sheets[i] : $"<{around}>{sheets[i]}</{around}>";
            file.With($"xl/worksheets/sheet{i}.xml", $"<worksheet {Names}>{content}</worksheet>", "worksheet", "xl/workbook.xml", $"s{i}");
        }

        return file;
    }
}
