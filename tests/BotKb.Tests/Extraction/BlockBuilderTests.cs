using BotKb.Knowledge;
using BotKb.Sources.Extraction;

namespace BotKb.Tests.Extraction;

public sealed class BlockBuilderTests
{
    [Fact]
    public void A_heading_stands_above_what_follows_until_one_of_its_rank()
    {
        var blocks = new BlockBuilder();
        blocks.Heading(1, "A");
        blocks.Heading(3, "B");
        blocks.Paragraph("one");
        blocks.Heading(2, "C");
        blocks.Paragraph("two");

        var document = blocks.Build(title: null)!;

        document.Blocks[2].HeadingPath.ShouldBe(["A", "B"]);
        document.Blocks[3].HeadingPath.ShouldBe(["A"]);
        document.Blocks[4].HeadingPath.ShouldBe(["A", "C"]);
        document.Title.ShouldBe("A");
    }

    [Fact]
    public void A_document_without_text_is_none()
    {
        var blocks = new BlockBuilder { Page = 3 };
        blocks.Paragraph(" \u200B\n");
        blocks.ListItem("- ");
        blocks.Table([["", " "], [""]]);

        blocks.Build("Title").ShouldBeNull();
    }

    [Fact]
    public void A_table_loses_its_empty_rows_and_columns_and_keeps_its_pipes_readable()
    {
        var blocks = new BlockBuilder { Sheet = "Prices" };
        blocks.Table([["Item", "", "Price"], ["", ""], ["A|B\nlong", "", "3"]]);

        var table = blocks.Build(title: null)!.Blocks.Single();

        table.Text.ShouldBe("| Item | Price |\n| --- | --- |\n| A\\|B long | 3 |");
        table.Sheet.ShouldBe("Prices");
    }

    [Fact]
    public void Appended_blocks_stand_under_the_present_heading()
    {
        var attached = new BlockBuilder();
        attached.Heading(1, "Inside");
        attached.Paragraph("text");
        var blocks = new BlockBuilder();
        blocks.Heading(1, "Mail");
        blocks.Heading(2, "a.docx");

        blocks.Append(attached.Build(title: null)!, headingsBelow: 2);

        var document = blocks.Build(title: null)!;
        document.Blocks[2].Level.ShouldBe(3);
        document.Blocks[3].HeadingPath.ShouldBe(["Mail", "a.docx", "Inside"]);
    }

    [Fact]
    public void A_whole_paragraph_in_a_heading_style_is_a_paragraph()
    {
        var blocks = new BlockBuilder();
        blocks.Heading(1, new string('x', 400));

        blocks.Build(title: null)!.Blocks.Single().Kind.ShouldBe(BlockKind.Paragraph);
    }
}
