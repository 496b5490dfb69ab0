using System.Reflection;
using BotKb.Knowledge;
using BotKb.WebConsole.Admin;
using BotKb.WebConsole.Texts;

namespace BotKb.Tests.WebConsole;

public sealed class ConsoleTextsTests
{
    public static TheoryData<string> Areas =>
        [.. typeof(ConsoleTexts).GetProperties().Where(IsArea).Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(Areas))]
    public void Every_text_says_something_in_its_language(string area)
    {
        var property = typeof(ConsoleTexts).GetProperty(area)!;
        var english = Texts(property.GetValue(ConsoleTexts.English)!);
        var chinese = Texts(property.GetValue(ConsoleTexts.Chinese)!);

        chinese.Keys.ShouldBe(english.Keys);
        english.Values.ShouldAllBe(text => text.Length > 0);
        foreach (var (name, text) in chinese)
        {
            // The names of the product and of the languages are the same everywhere, and the switch shows the other language.
            var same = name is "Product" or "LanguageEnglish" or "OtherLanguage" or "SwitchLanguage" or "ActionFor" or "Range";
            (same || text.Any(c => c is >= '\u4e00' and <= '\u9fff')).ShouldBeTrue($"{area}.{name}: {text}");
        }
    }

    [Fact]
    public void Every_state_of_a_document_has_a_name_in_both_languages()
    {
        foreach (var status in DocumentStatusText.All)
        {
            DocumentStatusText.Of(status, KnowledgeTexts.English).ShouldNotBe(status);
            DocumentStatusText.Of(status, KnowledgeTexts.Chinese).ShouldNotBe(DocumentStatusText.Of(status, KnowledgeTexts.English));
        }

        DocumentStatusText.All.Count.ShouldBe(Enum.GetValues<ExtractionStatus>().Length - 1 + 3);
    }

    [Theory]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "zh")]
    [InlineData("en-GB,en;q=0.9,zh;q=0.8", "en")]
    [InlineData("fr,zh-TW;q=0.7,en;q=0.3", "zh")]
    [InlineData("zh;q=0,en;q=0.1", "en")]
    [InlineData("fr", "en")]
    [InlineData("", "en")]
    [InlineData(";;;=", "en")]
    public void Browser_is_answered_in_the_language_that_it_wants_most(string header, string language) =>
        RequestLanguage.OfBrowser(header).ShouldBe(language);

    [Theory]
    [InlineData("zh", "zh")]
    [InlineData("fr", "en")]
    [InlineData(null, "en")]
    public void Language_that_is_not_known_is_English(string? language, string texts) => ConsoleTexts.Of(language).Language.ShouldBe(texts);

    private static bool IsArea(PropertyInfo property) => property.PropertyType.Name.EndsWith("Texts", StringComparison.Ordinal)
        && property.PropertyType != typeof(ConsoleTexts);

    private static SortedDictionary<string, string> Texts(object area)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in area.GetType().GetProperties().Where(property => property.GetMethod is { IsStatic: false }))
        {
            switch (property.GetValue(area))
            {
                case string text:
                    texts[property.Name] = text;
                    break;
                case Delegate text:
                    var arguments = text.Method.GetParameters().Where(parameter => parameter.ParameterType != text.Target?.GetType())
                        .Select(parameter => parameter.ParameterType == typeof(string) ? (object)"x" : Convert.ChangeType(7, parameter.ParameterType));
                    texts[property.Name] = (string)text.DynamicInvoke([.. arguments])!;
                    break;
            }
        }

        return texts;
    }
}
