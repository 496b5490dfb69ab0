using BotKb.Knowledge;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static BotKb.Tests.Knowledge.Documents;

namespace BotKb.Tests.Knowledge;

public sealed class ChunkerTests
{
    private static readonly string[] Vocabulary =
        ["Leave", "days.", "ERR-42", "policy,", "年假", "每年十五天。", "the", "VPN", "请假流程：", "\n", "| a | b |", "😀", "x1y2z3", "!"];

    [Fact]
    public void Short_document_is_one_chunk_with_its_headings_as_path()
    {
        var chunk = Chunker.Split(Of(Heading("Leave"), Paragraph("Everyone has 25 days.", null, "Leave"))).ShouldHaveSingleItem();

        chunk.Text.ShouldBe("Everyone has 25 days.");
        chunk.HeadingPath.ShouldBe(["Leave"]);
        chunk.Ordinal.ShouldBe(0);
    }

    [Fact]
    public void Small_sections_share_a_chunk_under_the_heading_that_they_share()
    {
        var chunk = Chunker.Split(Of(
            Heading("Leave"),
            Heading("Annual", 2, null, "Leave"),
            Paragraph("25 days.", null, "Leave", "Annual"),
            Heading("Sick", 2, null, "Leave"),
            Paragraph("Call by nine.", null, "Leave", "Sick"))).ShouldHaveSingleItem();

        chunk.HeadingPath.ShouldBe(["Leave"]);
        chunk.Text.ShouldBe("Annual\n\n25 days.\n\nSick\n\nCall by nine.");
    }

    [Fact]
    public void Large_section_begins_its_own_chunk()
    {
        var chunks = Chunker.Split(Of(
            Heading("A"), Paragraph(Words(120), null, "A"), Heading("B"), Paragraph(Words(100, "other"), null, "B")));

        chunks.Select(chunk => chunk.HeadingPath.Single()).ShouldBe(["A", "B"]);
        chunks.ShouldAllBe(chunk => !chunk.Text.Contains("A\n") && !chunk.Text.Contains("B\n"));
    }

    [Fact]
    public void Chunk_never_spans_two_pages()
    {
        var chunks = Chunker.Split(Of(Paragraph("One.", 1), Paragraph("Still one.", 1), Paragraph("Two.", 2)));

        chunks.Select(chunk => (chunk.Page, chunk.Text)).ShouldBe([(1, "One.\n\nStill one."), (2, "Two.")]);
    }

    [Fact]
    public void Heading_at_the_foot_of_a_page_is_kept_in_the_path_of_the_next()
    {
        var chunks = Chunker.Split(Of(Paragraph("One.", 1), Heading("Next", 1, 1), Paragraph("Two.", 2, "Next")));

        chunks.Select(chunk => chunk.Text).ShouldBe(["One.", "Two."]);
        chunks[1].HeadingPath.ShouldBe(["Next"]);
    }

    [Fact]
    public void Heading_at_the_foot_of_a_page_is_not_lost_where_the_next_holds_several()
    {
        var chunk = Chunker.Split(Of(Heading("Next", 1, 1), Paragraph("Two.", 2, "Next"), Heading("Last", 1, 2), Paragraph("Three.", 2, "Last"))).ShouldHaveSingleItem();

        chunk.Text.ShouldBe("Next\n\nTwo.\n\nLast\n\nThree.");
        chunk.Page.ShouldBe(2);
    }

    [Fact]
    public void Long_table_repeats_its_header_row()
    {
        var rows = Enumerable.Range(0, 200).Select(i => $"| P-{i} | costs {i} euro | in stock |");
        var chunks = Chunker.Split(Of(Table("| Code | Price | State |\n| --- | --- | --- |\n" + string.Join('\n', rows))));

        chunks.Length.ShouldBeGreaterThan(2);
        chunks.ShouldAllBe(chunk => chunk.Text.StartsWith("| Code | Price | State |\n| --- |"));
        string.Concat(chunks.Select(chunk => chunk.Text)).ShouldContain("| P-199 | costs 199 euro | in stock |");
    }

    [Fact]
    public void Long_paragraph_is_cut_at_sentence_ends()
    {
        var text = string.Join(' ', Enumerable.Range(0, 100).Select(i => $"Sentence number {i} says something about leave."));

        Chunker.Split(Of(Paragraph(text))).ShouldAllBe(chunk => chunk.Text.StartsWith("Sentence") && chunk.Text.EndsWith('.'));
    }

    [Property(MaxTest = 500)]
    public Property Nothing_is_lost_and_no_chunk_is_too_large() => Prop.ForAll(Generated().ToArbitrary(), document =>
    {
        var chunks = Chunker.Split(document);
        var kept = string.Concat(chunks.Select(chunk => chunk.Text + string.Concat(chunk.HeadingPath)));

        chunks.ShouldAllBe(chunk => TextSize.Of(chunk.Text) <= 1.3 && chunk.Text.Length > 0);
        chunks.Select(chunk => chunk.Ordinal).ShouldBe(Enumerable.Range(0, chunks.Length));
        document.Blocks.SelectMany(block => block.Text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
            .ShouldAllBe(word => kept.Contains(word, StringComparison.Ordinal));
    });

    private static Gen<ExtractedDocument> Generated()
    {
        var text = Gen.Elements(Vocabulary).NonEmptyListOf().Select(words => string.Join(' ', words)).Where(t => t.Trim().Length > 0);
        var large = Gen.Choose(1, 900).Select(count => string.Join(' ', Enumerable.Range(0, count).Select(i => Vocabulary[i % 8])));
        var block = from kind in Gen.Elements(BlockKind.Paragraph, BlockKind.Heading, BlockKind.ListItem, BlockKind.Table, BlockKind.Code)
                    from content in kind == BlockKind.Heading ? text.Select(t => t[..Math.Min(60, t.Length)]) : Gen.OneOf(text, large)
                    from level in Gen.Choose(1, 3)
                    select (kind, content.Trim(), level);
        return block.Where(b => b.Item2.Length > 0).NonEmptyListOf().Select(WithPaths);
    }

    private static ExtractedDocument WithPaths(IEnumerable<(BlockKind Kind, string Text, int Level)> blocks)
    {
        var path = new List<(int Level, string Text)>();
        var built = new List<Block>();
        foreach (var (kind, text, level) in blocks)
        {
            if (kind == BlockKind.Heading)
            {
                path.RemoveAll(heading => heading.Level >= level);
            }

            built.Add(
                new Block(kind, text, kind == BlockKind.Heading ? level : 0, [.. path.Select(heading => heading.Text)], built.Count / 7));
            if (kind == BlockKind.Heading)
            {
                path.Add((level, text));
            }
        }

        return Of([.. built]);
    }
}
