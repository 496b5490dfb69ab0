using BotKb.Conversations;

namespace BotKb.Tests.Conversations;

/// <summary>Which messages stop an answer.</summary>
public sealed class StopWordsTests
{
    [Theory]
    [InlineData("stop")]
    [InlineData(" STOP! ")]
    [InlineData("停止")]
    [InlineData("停止。")]
    [InlineData("/stop")]
    [InlineData("取消")]
    public void Nothing_but_a_word_stops(string message) => StopWords.Are(message).ShouldBeTrue();

    [Theory]
    [InlineData("How do I stop the pump?")]
    [InlineData("停止销售的产品有哪些？")]
    [InlineData("")]
    [InlineData("!!!")]
    public void A_question_about_it_does_not(string message) => StopWords.Are(message).ShouldBeFalse();
}
