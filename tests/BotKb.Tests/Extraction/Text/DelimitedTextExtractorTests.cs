namespace BotKb.Tests.Extraction.Text;

public sealed class DelimitedTextExtractorTests
{
    private const string Table = "Table: | Name | Price |\n| --- | --- |\n| Tea, green | 2;5 |";

    [Theory]
    [InlineData("a.csv", "Name,Price\n\"Tea, green\",2;5")]
    [InlineData("a.csv", "Name;Price\r\nTea, green;\"2;5\"")]
    [InlineData("a.tsv", "Name\tPrice\nTea, green\t2;5\n")]
    [InlineData("a.csv", "Name|Price\nTea, green|2;5")]
    [InlineData("a.csv", "sep=;\nName;Price\nTea, green;\"2;5\"")]
    public void The_delimiter_is_found(string name, string text) => Extracting.Text(name, text).Outline().ShouldBe([Table]);

    [Fact]
    public void A_long_table_comes_in_blocks_that_repeat_the_header()
    {
        var text = "No,Name\n" + string.Join('\n', Enumerable.Range(1, 120).Select(i => $"{i},item {i}"));

        var blocks = Extracting.Text("a.csv", text).Document!.Blocks;

        blocks.Length.ShouldBe(3);
        blocks.ShouldAllBe(block => block.Text.StartsWith("| No | Name |\n"));
        blocks[^1].Text.ShouldEndWith("| 120 | item 120 |");
        blocks.Sum(block => block.Text.Split('\n').Length - 2).ShouldBe(120);
    }

    [Fact]
    public void A_line_above_the_header_is_the_tables_title() =>
        Extracting.Text("a.csv", "Prices 2026,,\nItem,Size,Price\nTea,L,2").Outline()
            .ShouldBe(["Paragraph: Prices 2026", "Table: | Item | Size | Price |\n| --- | --- | --- |\n| Tea | L | 2 |"]);

    [Fact]
    public void A_quotation_mark_that_is_never_closed_swallows_nothing()
    {
        var text = "Name,Size\n\"TV 40,big\n" + string.Join('\n', Enumerable.Range(1, 200).Select(i => $"item {i},{i}"));

        Extracting.Text("a.csv", text).Document!.Blocks.Sum(block => block.Text.Split('\n').Length - 2).ShouldBe(201);
    }
}
