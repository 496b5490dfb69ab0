using BotKb.Answering;

namespace BotKb.Tests.Answering;

public sealed class SmallTalkTests
{
    [Theory]
    [InlineData("Hi")]
    [InlineData("hello there!")]
    [InlineData("Good morning, team")]
    [InlineData("@BotKb hello 👋")]
    [InlineData("<at>BotKb</at> hey")]
    [InlineData("你好")]
    [InlineData("您好！")]
    [InlineData("早上好～")]
    [InlineData("哈囉，在嗎？")]
    public void Recognises_a_greeting(string message) => SmallTalk.Recognise(message).ShouldBe(SmallTalkKind.Greeting);

    [Theory]
    [InlineData("thanks")]
    [InlineData("Thank you so much!!")]
    [InlineData("Hi, thanks for your help.")]
    [InlineData("谢谢你")]
    [InlineData("非常感謝！")]
    [InlineData("好的，多谢")]
    public void Recognises_thanks(string message) => SmallTalk.Recognise(message).ShouldBe(SmallTalkKind.Thanks);

    [Theory]
    [InlineData("bye")]
    [InlineData("Goodbye, see you tomorrow")]
    [InlineData("再见")]
    [InlineData("再見！")]
    [InlineData("拜拜")]
    public void Recognises_a_goodbye(string message) => SmallTalk.Recognise(message).ShouldBe(SmallTalkKind.Goodbye);

    [Theory]
    [InlineData("help")]
    [InlineData("Hello! What can you do?")]
    [InlineData("who are you?")]
    [InlineData("<@U024BE7LH> help")]
    [InlineData("帮助")]
    [InlineData("你能做什么？")]
    [InlineData("你好，你會做什麼？")]
    [InlineData("怎么用")]
    public void Recognises_a_wish_for_help(string message) => SmallTalk.Recognise(message).ShouldBe(SmallTalkKind.Help);

    [Theory]
    [InlineData("Hello, how many days of leave do I get?")]
    [InlineData("Hi, what does help desk cost?")]
    [InlineData("help me reset my password")]
    [InlineData("thanks to whom was the bridge built?")]
    [InlineData("What is a goodbye lunch?")]
    [InlineData("你好，年假有几天？")]
    [InlineData("谢谢，那差旅费呢")]
    [InlineData("你好吗啡是什么")]
    [InlineData("再见面的时间")]
    [InlineData("帮助文档在哪里")]
    [InlineData("")]
    [InlineData("?!")]
    public void Leaves_a_question_alone(string message) => SmallTalk.Recognise(message).ShouldBe(SmallTalkKind.None);

    [Fact]
    public void Keeps_an_email_address_when_mentions_are_stripped() =>
        SmallTalk.WithoutMentions("@BotKb who reads info@example.com?").ShouldBe("who reads info@example.com?");
}
