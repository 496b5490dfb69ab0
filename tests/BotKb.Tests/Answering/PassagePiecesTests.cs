using BotKb.Answering;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace BotKb.Tests.Answering;

public sealed class PassagePiecesTests
{
    private const string Marks = "Aa b1中。.!?！？；,，:\n\n|-#*`“”「」(（）)[]\" ";

    [Theory]
    [InlineData("Dr. Smith met Mr. Jones. They ate.", 2)]
    [InlineData("It costs 3.14 dollars. Use v2.10.1 today.", 2)]
    [InlineData("Ask e.g. the help desk. It opens at 9 a.m. daily.", 2)]
    [InlineData("J. R. R. Tolkien wrote it. It sold well!", 2)]
    [InlineData("He said \"Stop.\" Then he left.", 2)]
    [InlineData("See example.com for more. Thanks", 2)]
    [InlineData("The firm Acme Inc. was sold. Nobody cared.", 2)]
    [InlineData("第一句。第二句！第三句？", 3)]
    [InlineData("他说：“你好。我来了。”然后走了。", 2)]
    [InlineData("他說：「你好。我來了。」的時候，天黑了。", 1)]
    [InlineData("价格是3.5元。版本v1.2。", 2)]
    [InlineData("（注：见第二章。）下一句。", 1)]
    public void Cuts_sentences_where_people_do(string text, int sentences) =>
        PassagePieces.Of(text, []).Count(piece => piece.Kind == PieceKind.Sentence).ShouldBe(sentences);

    [Fact]
    public void Joins_lines_that_an_editor_wrapped() =>
        Texts("A line that is long enough to have been wrapped by an editor\nand goes on here. Next one.")
            .ShouldBe(["A line that is long enough to have been wrapped by an editor\nand goes on here.", "Next one."]);

    [Fact]
    public void Keeps_list_items_apart() =>
        Texts("- Ask your manager\n- Fill in the form\n1. Send it. Wait").ShouldBe(["- Ask your manager", "- Fill in the form", "1. Send it.", "Wait"]);

    [Theory]
    [InlineData("Annual leave\n\nYou get 25 days.", "")]
    [InlineData("# Annual leave\nYou get 25 days.", "")]
    [InlineData("How much leave do I get?\n\nYou get 25 days.", "")]
    [InlineData("Annual leave, 2024\nYou get 25 days.", "Annual leave, 2024")]
    public void Takes_a_heading_for_context(string text, string heading) =>
        PassagePieces.Of(text, [heading])[0].Kind.ShouldBe(PieceKind.Context);

    [Fact]
    public void Keeps_a_short_line_with_a_fact_as_a_sentence() =>
        PassagePieces.Of("Fee: 30 EUR\n\nIt is due in May.", [])[0].Kind.ShouldBe(PieceKind.Sentence);

    [Fact]
    public void Gives_each_table_row_its_header()
    {
        const string Table = "| City | Rate |\n| --- | --- |\n| Paris | 90 |\n| Rome | 80 |";
        var rows = PassagePieces.Of(Table, []).Where(piece => piece.Kind == PieceKind.TableRow).ToList();
        rows.Count.ShouldBe(2);
        rows.ShouldAllBe(row => Table.Substring(row.HeaderStart, row.HeaderLength) == "| City | Rate |");
    }

    [Property(MaxTest = 500)]
    public Property Loses_no_character_but_white_space() =>
        Prop.ForAll(Gen.Elements(Marks.ToCharArray()).ArrayOf().ToArbitrary(), characters =>
        {
            var text = new string(characters);
            var pieces = PassagePieces.Of(text, []);
            var at = 0;
            foreach (var piece in pieces)
            {
                piece.Start.ShouldBeGreaterThanOrEqualTo(at);
                text[at..piece.Start].ShouldBeNullOrWhiteSpace();
                piece.Length.ShouldBeGreaterThan(0);
                at = piece.End;
            }

            text[at..].ShouldBeNullOrWhiteSpace();
        });

    private static IEnumerable<string> Texts(string text) =>
        PassagePieces.Of(text, []).Select(piece => text.Substring(piece.Start, piece.Length));
}
