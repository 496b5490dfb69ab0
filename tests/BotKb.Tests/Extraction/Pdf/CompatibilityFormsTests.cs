using BotKb.Sources.Extraction.Pdf;

namespace BotKb.Tests.Extraction.Pdf;

public sealed class CompatibilityFormsTests
{
    [Theory]
    [InlineData("of\uFB01ce", "office")]
    [InlineData("e\uFB03cient", "efficient")]
    [InlineData("\u2F00\u2F42\u2FD5", "一文龠")]
    [InlineData("\u2EF3", "龟")]
    [InlineData("plain 文本", "plain 文本")]
    public void Look_alikes_become_the_characters_that_people_search(string value, string plain) =>
        CompatibilityForms.Plain(value).ShouldBe(plain);
}
