using BotKb.Answering;

namespace BotKb.Tests.Answering;

public sealed class AskerLanguagesTests
{
    [Theory]
    [InlineData("How many days of leave?", "English")]
    [InlineData("What does 年假 mean in our handbook?", "English")]
    [InlineData("年假有几天？", "SimplifiedChinese")]
    [InlineData("ReplicaSet 是什么", "SimplifiedChinese")]
    [InlineData("年假有幾天？", "TraditionalChinese")]
    [InlineData("報銷流程", "TraditionalChinese")]
    [InlineData("", "English")]
    public void Tells_the_language_by_the_characters(string message, string language) =>
        AskerLanguages.Of(message).ToString().ShouldBe(language);
}
