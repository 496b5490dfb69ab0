using BotKb.Knowledge;
using BotKb.Sources.Extraction.Office;

namespace BotKb.Tests.Extraction.Office;

public sealed class PresentationExtractorTests
{
    private const string Names = "xmlns:p=\"urn:p\" xmlns:a=\"urn:a\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:c=\"urn:c\" xmlns:dgm=\"urn:dgm\"";

    [Fact]
    public void The_title_comes_first_and_stands_above_its_slide_only()
    {
        var blocks = Extract(Show(
            Shape("body", "first", "second") + Shape("title", "Plan") + Shape("sldNum", "1"),
            Shape(null, "No title here")));

        blocks.Select(block => (block.Slide, block.Text)).ShouldBe([(1, "Plan"), (1, "- first"), (1, "- second"), (2, "No title here")]);
        blocks[1].HeadingPath.ShouldBe(["Plan"]);
        blocks[3].HeadingPath.ShouldBeEmpty();
    }

    [Fact]
    public void Shapes_in_groups_and_pictures_with_a_description_are_read()
    {
        var blocks = Extract(Show(
            $"<p:grpSp><p:nvGrpSpPr/><p:grpSp>{Shape(null, "inner")}</p:grpSp></p:grpSp>"
            + "<p:pic><p:nvPicPr><p:cNvPr descr=\"The floor plan\"/></p:nvPicPr></p:pic><p:pic><p:nvPicPr><p:cNvPr descr=\"image1.png\"/></p:nvPicPr></p:pic>"));

        blocks.Select(block => block.Text).ShouldBe(["inner", "The floor plan"]);
    }

    [Fact]
    public void Numbered_paragraphs_carry_their_numbers()
    {
        var numbered = (string text) => $"<a:p><a:pPr><a:buAutoNum type=\"alphaLcParenR\"/></a:pPr><a:r><a:t>{text}</a:t></a:r></a:p>";
        var blocks = Extract(Show($"<p:sp><p:nvSpPr><p:nvPr/></p:nvSpPr><p:txBody>{numbered("x")}{numbered("y")}</p:txBody></p:sp>"));

        blocks.Select(block => block.Text).ShouldBe(["a) x", "b) y"]);
    }

    [Fact]
    public void Tables_repeat_merged_cells()
    {
        var cell = (string text, string merge) => $"<a:tc {merge}><a:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></a:txBody></a:tc>";
        var table = $"<a:tbl><a:tr>{cell("A", "")}{cell("B", "")}</a:tr><a:tr>{cell("1", "rowSpan=\"2\"")}{cell("2", "")}</a:tr>"
            + $"<a:tr>{cell("", "vMerge=\"1\"")}{cell("3", "")}</a:tr></a:tbl>";
        var block = Extract(Show($"<p:graphicFrame><a:graphic><a:graphicData>{table}</a:graphicData></a:graphic></p:graphicFrame>"))
            .Single();

        block.Kind.ShouldBe(BlockKind.Table);
        block.Text.ShouldBe("| A | B |\n| --- | --- |\n| 1 | 2 |\n| 1 | 3 |");
    }

    [Fact]
    public void Speaker_notes_follow_the_slide()
    {
        var file = Show(Shape("title", "Plan")).With(
            "ppt/notesSlides/n1.xml",
            $"<p:notes {Names}><p:cSld><p:spTree>{Shape("body", "Say hello")}{Shape("sldNum", "1")}</p:spTree></p:cSld></p:notes>",
            "notesSlide", "ppt/slides/slide1.xml");

        Extract(file).Select(block => block.Text).ShouldBe(["Plan", "Say hello"]);
    }

    [Fact]
    public void Charts_are_tables_and_diagrams_are_their_words()
    {
        var file = Show("<p:graphicFrame><a:graphic><a:graphicData><c:chart r:id=\"c1\"/><dgm:relIds r:dm=\"d1\"/></a:graphicData></a:graphic></p:graphicFrame>")
            .With(
                "ppt/charts/chart1.xml",
                $"<c:chartSpace {Names}><c:barChart><c:ser><c:tx><c:v>Sales</c:v></c:tx><c:cat><c:pt idx=\"0\"><c:v>May</c:v></c:pt></c:cat>"
                + "<c:val><c:pt idx=\"0\"><c:v>0.30000000000000004</c:v></c:pt></c:val></c:ser></c:barChart></c:chartSpace>",
                "chart", "ppt/slides/slide1.xml", "c1")
            .With(
                "ppt/diagrams/data1.xml",
                $"<dgm:dataModel {Names}><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>Step</a:t></a:r></a:p></dgm:t></dgm:pt>"
                + "<dgm:pt type=\"pres\"><dgm:t><a:p><a:r><a:t>unseen</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>",
                "diagramData", "ppt/slides/slide1.xml", "d1");

        Extract(file).Select(block => block.Text).ShouldBe(["| Bar chart | Sales |\n| --- | --- |\n| May | 0.3 |", "Step"]);
    }

    [Fact]
    public void A_show_of_pictures_only_has_no_text() =>
        new PresentationExtractor().Extract("a.pptx", Show("<p:pic/>").Build(), TestContext.Current.CancellationToken).ShouldBeNull();

    private static Block[] Extract(OfficeFile file) =>
        [.. new PresentationExtractor().Extract("a.pptx", file.Build(), TestContext.Current.CancellationToken)!.Blocks];

    private static string Shape(string? role, params string[] paragraphs)
    {
        var placeholder = role is null ? "" : $"<p:ph type=\"{role}\"/>";
        var text = string.Concat(paragraphs.Select(paragraph => $"<a:p><a:r><a:t>{paragraph}</a:t></a:r></a:p>"));
        return $"<p:sp><p:nvSpPr><p:nvPr>{placeholder}</p:nvPr></p:nvSpPr><p:txBody>{text}</p:txBody></p:sp>";
    }

    private static OfficeFile Show(params string[] slides)
    {
        var ids = string.Concat(slides.Select((_, i) => $"<p:sldId id=\"{256 + i}\" r:id=\"s{i + 1}\"/>"));
        var file = new OfficeFile().With(
            "ppt/presentation.xml", $"<p:presentation {Names}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>", "officeDocument");
        for (var i = 0; i < slides.Length; i++)
        {
            file.With(
                $"ppt/slides/slide{i + 1}.xml",
                $"<p:sld {Names} show=\"0\"><p:cSld><p:spTree>{slides[i]}</p:spTree></p:cSld></p:sld>",
                "slide", "ppt/presentation.xml", $"s{i + 1}");
        }

        return file;
    }
}
