using BotKb.Quality.Metrics;

namespace BotKb.Tests.Quality;

public sealed class ContainmentTests
{
    [Theory]
    [InlineData("It was founded in the 10th and\n11th  Centuries.", "10TH AND 11TH CENTURIES")]
    [InlineData("费用为ＨＲ－２０４号", "HR-204")]
    [InlineData("约 4 分钟", "4分钟")]
    [InlineData("an oﬃce\u00A0key", "office key")]
    public void Finds_a_text_whatever_its_case_spacing_and_width(string text, string wanted) =>
        Containment.Contains(text, wanted).ShouldBeTrue();

    [Theory]
    [InlineData("a café", "cafe")]
    [InlineData("新約聖經", "新约圣经")]
    [InlineData("ハ行", "バ行")]
    [InlineData("anything", " ")]
    public void Does_not_take_different_texts_for_equal(string text, string wanted) =>
        Containment.Contains(text, wanted).ShouldBeFalse();
}
