using System.Text;

namespace BotKb.Tests.Extraction.Html;

public sealed class HtmlExtractorTests
{
    [Fact]
    public void Lists_keep_their_marks_and_their_order() =>
        Read("<ul><li>one<ol start=3><li>three<li>four</ol><li><p>two</p><p>more</p></ul>")
            .ShouldBe(["ListItem: - one", "ListItem: 3. three", "ListItem: 4. four", "ListItem: - two", "Paragraph: more"]);

    [Fact]
    public void Inline_marks_leave_the_words_together() =>
        Read("<p>H<sub>2</sub>O is <b>wat</b>er,\n see <a href='http://x'>the\n page</a><br>next <del>old</del> new</p>")
            .ShouldBe(["Paragraph: H2O is water, see the page\nnext ~~old~~ new"]);

    [Fact]
    public void Cells_that_span_are_repeated_and_spacers_go() =>
        Read("<table><tr><th colspan=3>Area</th><th>Price</th></tr><tr><td rowspan=2>North</td><td></td><td>A</td><td>1</td></tr><tr><td></td><td>B</td><td>2</td></tr></table>")
            .ShouldBe(["Table: | Area | Area | Price |\n| --- | --- | --- |\n| North | A | 1 |\n| North | B | 2 |"]);

    [Fact]
    public void A_table_that_lays_out_the_page_is_read_as_the_page() =>
        Read("<table><tr><td><h2>News</h2><p>Text</p></td><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>")
            .ShouldBe(["Heading: News", "Paragraph: Text", "Table: | a | b |\n| --- | --- |"]);

    [Fact]
    public void What_no_reader_sees_is_not_read() =>
        Read("<p>seen</p><script>x()</script><style>p{}</style><template>t</template><p hidden>h</p><p style='display: none'>n</p><!-- c --><nav>menu</nav>")
            .ShouldBe(["Paragraph: seen"]);

    [Fact]
    public void The_frame_goes_where_the_page_marks_its_content() =>
        Read("<header>Site</header><main><header><h1>T</h1></header><p>text</p><aside>note</aside></main><aside>ads</aside><footer>imprint</footer>")
            .ShouldBe(["Heading: T", "Paragraph: text", "Paragraph: note"]);

    [Fact]
    public void The_frame_stays_where_nothing_marks_the_content() =>
        Read("<header>Site</header><p>text</p><footer>imprint</footer>")
            .ShouldBe(["Paragraph: Site", "Paragraph: text", "Paragraph: imprint"]);

    [Fact]
    public void A_page_that_is_all_navigation_is_read_all_the_same() =>
        Read("<nav><ul><li><a href=a>Forms</a></ul></nav>").ShouldBe(["ListItem: - Forms"]);

    [Fact]
    public void Preformatted_text_keeps_its_lines() =>
        Read("<pre>if x:\n    y\n</pre>").ShouldBe(["Code: if x:\n    y"]);

    [Fact]
    public void A_question_that_unfolds_is_a_heading() =>
        Read("<h3><button>Who pays?</button></h3><p>We do. <button>Copy</button></p>")
            .ShouldBe(["Heading: Who pays?", "Paragraph: We do."]);

    [Fact]
    public void The_declared_encoding_is_honoured()
    {
        var page = Encoding.GetEncoding("windows-1251")
            .GetBytes("<html><head><meta charset='windows-1251'><title>Отпуск</title></head><body>Да</body></html>");

        var document = Extracting.File("a.html", page).Document!;

        document.Title.ShouldBe("Отпуск");
        document.Blocks.Single().Text.ShouldBe("Да");
    }

    [Fact]
    public void A_page_nested_deeper_than_any_browser_goes_is_read() =>
        Read(string.Concat(Enumerable.Repeat("<div>", 3000)) + "deep").ShouldBe(["Paragraph: deep"]);

    private static string[] Read(string body) => Extracting.Text("page.html", $"<!doctype html><body>{body}").Outline();
}
