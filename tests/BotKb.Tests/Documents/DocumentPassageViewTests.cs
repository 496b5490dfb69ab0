using System.Collections.Immutable;
using BotKb.Knowledge.Reading;
using BotKb.WebConsole.Documents;
using Bunit;
using MudBlazor.Services;

namespace BotKb.Tests.Documents;

public sealed class DocumentPassageViewTests : BunitContext
{
    private const string Hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>";

    public DocumentPassageViewTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
    }

    [Theory]
    [InlineData(Hostile)]
    [InlineData($"| a | {Hostile} |\n| --- | --- |\n| {Hostile} | b |")]
    [InlineData("[click](javascript:alert(1)) ![x](javascript:alert(1))")]
    public void Hostile_text_is_shown_and_never_run(string text)
    {
        var view = Show(Passage(text, new TextSpan(0, text.Length), Hostile) with { Page = null, Sheet = Hostile });

        view.FindAll("script, img, a, svg, iframe").ShouldBeEmpty();
        view.Markup.ShouldContain(text.Contains('<') ? "&lt;script&gt;" : "javascript:alert(1)");
    }

    [Fact]
    public void Table_in_Markdown_becomes_a_table()
    {
        var view = Show(Passage("Before.\n\n| Item | Price |\n| --- | --- |\n| a \\| b | 5 |\n| c |\n\nAfter.", null));

        view.FindAll("th").Select(cell => cell.TextContent).ShouldBe(["Item", "Price"]);
        view.FindAll("td").Select(cell => cell.TextContent).ShouldBe(["a | b", "5", "c"]);
        view.FindAll("p").Select(cell => cell.TextContent).ShouldBe(["Before.", "After."]);
    }

    [Fact]
    public void Quote_is_marked_where_it_stands()
    {
        const string text = "One. Two. Three.";

        var view = Show(Passage(text, new TextSpan(5, 9)));

        view.Find("mark").TextContent.ShouldBe("Two.");
        view.Find("p").TextContent.ShouldBe(text);
        view.Find($"#{DocumentLink.Anchor}").ShouldNotBeNull();
    }

    [Fact]
    public void Quote_over_cells_is_marked_in_each_of_them()
    {
        const string text = "| Item | Price |\n| --- | --- |\n| Desk | 5 |";
        var start = text.IndexOf("Desk", StringComparison.Ordinal);

        var view = Show(Passage(text, new TextSpan(start + 1, text.Length)));

        view.FindAll("mark").Select(mark => mark.TextContent).ShouldBe(["esk", "5"]);
    }

    [Fact]
    public void Headings_and_page_are_shown_where_they_change()
    {
        var first = Passage("One.", null, "Chapter", "Section") with { Page = 1 };

        var begin = Show(first);
        var next = Show(Passage("Two.", null, "Chapter", "Other") with { Page = 1 }, first);

        begin.Find("h2").TextContent.ShouldBe("Chapter");
        begin.Find("h3").TextContent.ShouldBe("Section");
        begin.Markup.ShouldContain("Page 1");
        next.FindAll("h2").ShouldBeEmpty();
        next.Find("h3").TextContent.ShouldBe("Other");
        next.Markup.ShouldNotContain("Page 1");
    }

    private static DocumentPassage Passage(string text, TextSpan? mark, params string[] headings) =>
        new(1, 0, headings.ToImmutableArray(), null, null, null, text, mark);

    private IRenderedComponent<DocumentPassageView> Show(DocumentPassage passage, DocumentPassage? previous = null) =>
        Render<DocumentPassageView>(parameters => parameters
            .Add(view => view.Passage, passage).Add(view => view.Previous, previous).Add(view => view.Texts, DocumentTexts.English));
}
