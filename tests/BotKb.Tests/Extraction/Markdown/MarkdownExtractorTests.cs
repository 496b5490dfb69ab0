namespace BotKb.Tests.Extraction.Markdown;

public sealed class MarkdownExtractorTests
{
    [Fact]
    public void Headings_of_both_kinds_stand_above_their_text()
    {
        var document = Extracting.Text("a.md", "Title\n=====\n\n## Install {#install}\n\nRun `it`.").Document!;

        document.Title.ShouldBe("Title");
        document.Blocks[^1].HeadingPath.ShouldBe(["Title", "Install"]);
        document.Blocks[^1].Text.ShouldBe("Run it.");
    }

    [Fact]
    public void The_front_matter_gives_the_title_and_is_no_text()
    {
        var result = Extracting.Text("a.md", "---\ntitle: \"Leave policy\"\ndate: 2026-01-01\n---\n\nText.");

        result.Document!.Title.ShouldBe("Leave policy");
        result.Outline().ShouldBe(["Paragraph: Text."]);
    }

    [Fact]
    public void Links_and_pictures_leave_their_words() =>
        Read("See [the form](http://x/y), <http://z.example> and ![a map](m.png), **now** ~~later~~.")
            .ShouldBe(["Paragraph: See the form, http://z.example and a map, now ~~later~~."]);

    [Fact]
    public void Lists_keep_their_marks() =>
        Read("1. one\n   - sub\n2. two\n\n   more\n\n- [x] done").ShouldBe(
            ["ListItem: 1. one", "ListItem: - sub", "ListItem: 2. two", "Paragraph: more", "ListItem: - [x] done"]);

    [Fact]
    public void Tables_stay_tables() =>
        Read("| Item | Price |\n|---|--:|\n| Tea `green` | 2 |").ShouldBe(["Table: | Item | Price |\n| --- | --- |\n| Tea green | 2 |"]);

    [Fact]
    public void Calls_of_a_site_generator_leave_their_words() =>
        Read("{{< note >}}\nRun a {{< tooltip id=\"pod\" text=\"Pod\" >}} here.\n{{< /note >}}").ShouldBe(["Paragraph: Run a Pod here."]);

    [Fact]
    public void Code_is_kept_as_it_is() => Read("```sh\na\n  b\n```\n\n> quoted").ShouldBe(["Code: a\n  b", "Paragraph: quoted"]);

    [Fact]
    public void Html_inside_is_read_as_html() =>
        Read("<table><tr><td>a</td><td>b</td></tr></table>\n\nText<br>next<!-- c -->")
            .ShouldBe(["Table: | a | b |\n| --- | --- |", "Paragraph: Text\nnext"]);

    [Fact]
    public void Lines_broken_in_the_source_join_as_their_language_asks() =>
        Read("员工须\n提前申请\n\nbroken\nline").ShouldBe(["Paragraph: 员工须提前申请", "Paragraph: broken line"]);

    [Fact]
    public void Text_nested_beyond_the_parser_is_still_found() =>
        Extracting.Text("a.md", new string('>', 5000) + " deep").Document!.Blocks[0].Text.ShouldContain("deep");

    private static string[] Read(string markdown) => Extracting.Text("a.md", markdown).Outline();
}
