using BotKb.Replies;
using BotKb.WebConsole.Chat;
using Bunit;

namespace BotKb.Tests.Chat;

/// <summary>An answer's Markdown is shown, and whatever else stands in it is words.</summary>
public sealed class AnswerTextTests : IDisposable
{
    private readonly BunitContext _context = new();

    public static TheoryData<string> Hostile =>
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<a href=\"javascript:alert(1)\">here</a>",
        "[here](javascript:alert(1))",
        "[here](JaVaScRiPt:alert(1))",
        "[here](data:text/html;base64,PHNjcmlwdD4=)",
        "[here](https://evil.example/x)",
        "[here](//evil.example/x)",
        "[here](/sign-out)",
        "[here](https://docs.example@evil.example/)",
        "[here](https://docs.example:444/)",
        "<https://evil.example/>",
        "<javascript:alert(1)>",
        "![pixel](https://docs.example/pixel.png)",
        "![pixel](https://evil.example/pixel.png?q=secret)",
        "[1]: javascript:alert(1)\n\nsee [1]",
        "[1](https://evil.example/)",
        "[a]: https://evil.example/\n\n[a]",
        "<iframe src=//evil.example></iframe>",
        "<style>*{display:none}</style>",
        "<!-- x --><svg onload=alert(1)>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
    ];

    public void Dispose() => _context.Dispose();

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Nothing_hostile_becomes_more_than_words(string text)
    {
        var shown = Render(text, Cited.Document(url: "https://docs.example/pump"));

        shown.FindAll("script, img, svg, iframe, style, object, embed, form, [onerror], [onload]").ShouldBeEmpty();
        shown.FindAll("a:not(.chat-mark)").ShouldBeEmpty();
        shown.FindAll("a.chat-mark").ShouldAllBe(link => link.GetAttribute("href")!.StartsWith("documents/7?", StringComparison.Ordinal));
    }

    [Fact]
    public void Html_is_shown_as_it_was_written() =>
        Render("<script>alert(1)</script>").Find("p").TextContent.ShouldBe("<script>alert(1)</script>");

    [Fact]
    public void Link_to_the_host_of_a_cited_document_may_be_followed()
    {
        var link = Render("See [the page](https://docs.example/care).", Cited.Document(url: "https://docs.example/pump")).Find("a");

        link.GetAttribute("href").ShouldBe("https://docs.example/care");
        link.GetAttribute("rel")!.ShouldContain("noopener");
        link.TextContent.ShouldBe("the page");
    }

    [Fact]
    public void Mark_opens_the_document_at_the_passage_and_says_where_it_leads()
    {
        var mark = Render("Change it each year [1].", Cited.Document()).Find("a.chat-mark");

        mark.GetAttribute("href").ShouldBe("documents/7?chunk=70&quote=Change%20the%20oil%20each%20year%20%26%20check%20it.#passage");
        mark.GetAttribute("title").ShouldBe("Pump manual · Page 3 · Care › Oil");
        mark.GetAttribute("aria-label").ShouldBe("Source 1: Pump manual · Page 3 · Care › Oil");
        mark.TextContent.ShouldBe("1");
    }

    [Theory]
    [InlineData("[0] [2] [999] [1000]")]
    [InlineData("[1")]
    [InlineData("1]")]
    [InlineData("[-1]")]
    [InlineData("[[]]")]
    public void Mark_that_points_nowhere_is_words(string text)
    {
        var shown = Render(text, Cited.Document());

        shown.FindAll("a").ShouldBeEmpty();
        shown.Find("p").TextContent.ShouldBe(text);
    }

    [Fact]
    public void Marks_side_by_side_and_within_brackets_are_found()
    {
        var marks = Render("a [1][2] b ([1]) [x[2]]", Cited.Document(), Cited.Document(8)).FindAll("a.chat-mark");

        marks.Select(mark => mark.TextContent).ShouldBe(["1", "2", "1", "2"]);
    }

    [Fact]
    public void Mark_in_code_stays_code()
    {
        var shown = Render("`list[1]`\n\n```\nx[1]: 2\n```", Cited.Document());

        shown.FindAll("a").ShouldBeEmpty();
        shown.FindAll("code").Select(code => code.TextContent.Trim()).ShouldBe(["list[1]", "x[1]: 2"]);
    }

    [Fact]
    public void Paragraphs_lists_emphasis_and_tables_are_drawn()
    {
        var shown = Render("# Care\n\n**Oil** and *filter*:\n\n- one\n- two [1]\n\n3. three\n\n| a | b |\n|---|---|\n| 1 | [1] |", Cited.Document());

        shown.Find(".chat-heading").TextContent.ShouldBe("Care");
        shown.Find("p strong + em").TextContent.ShouldBe("filter");
        shown.FindAll("ul > li").Count.ShouldBe(2);
        shown.Find("ol").GetAttribute("start").ShouldBe("3");
        shown.FindAll("th").Select(cell => cell.TextContent).ShouldBe(["a", "b"]);
        shown.Find("td a.chat-mark").TextContent.ShouldBe("1");
    }

    [Theory]
    [InlineData("**bold without an end")]
    [InlineData("a _b *c `d")]
    [InlineData("[text](https://docs.example")]
    [InlineData("请看 **这里 [1")]
    public void Text_that_is_cut_while_it_grows_is_shown_as_it_is(string text) =>
        Render(text, Cited.Document(url: "https://docs.example/")).Find("p").TextContent.ShouldBe(text);

    [Fact]
    public void Definition_of_a_link_is_not_swallowed() =>
        Render("[note]: https://docs.example/x").Find("p").TextContent.ShouldBe("[note]: https://docs.example/x");

    [Fact]
    public void Text_that_is_nested_beyond_all_sense_is_shown_as_words()
    {
        var text = string.Concat(Enumerable.Repeat("> ", 5_000)) + "deep";

        Render(text).Find(".chat-verbatim").TextContent.ShouldBe(text);
    }

    [Fact]
    public void Characters_for_private_use_make_no_marks()
    {
        var shown = Render("\uE0001\uE001 \uE002", Cited.Document());

        shown.FindAll("a").ShouldBeEmpty();
        shown.Find("p").TextContent.ShouldBe("\uFFFD1\uFFFD \uFFFD");
    }

    private IRenderedComponent<AnswerText> Render(string text, params ReplyCitation[] citations) => _context.Render<AnswerText>(
        parameters => parameters.Add(answer => answer.Text, text).Add(answer => answer.Citations, [.. citations]).Add(answer => answer.Texts, ChatTexts.English));
}
