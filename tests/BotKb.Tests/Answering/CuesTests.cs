using BotKb.Answering;

namespace BotKb.Tests.Answering;

public sealed class CuesTests
{
    [Theory]
    [InlineData("When was the bridge built?", "It was built in 1932.", "It was built of steel.")]
    [InlineData("桥是什么时候建成的？", "它于1932年建成。", "它是钢做的。")]
    [InlineData("橋是什麼時候建成的？", "它於1932年建成。", "它是鋼做的。")]
    [InlineData("How many days of leave do I get?", "You get 25 of them.", "You get some of them.")]
    [InlineData("年假有几天？", "新员工有10天。", "新员工都有。")]
    [InlineData("Who signs the form?", "The form goes to Anna Berg.", "The form goes to the archive.")]
    [InlineData("报告由谁批准？", "由张伟先生批准。", "它需要先批准。")]
    [InlineData("Where is the archive?", "It moved to Geneva.", "It moved again.")]
    [InlineData("档案室在哪里？", "它位于日内瓦市。", "它又搬走了。")]
    [InlineData("Why was it closed?", "It shut because of a flood.", "It shut on a Monday.")]
    [InlineData("为什么关闭？", "因为洪水。", "星期一的事。")]
    public void Tells_a_sentence_that_names_what_is_asked_for(string question, string naming, string other)
    {
        var asked = Cues.AskedBy(question);
        asked.ShouldNotBe(QuestionCues.None);
        Cues.In(naming, asked, question).ShouldBe(asked);
        Cues.In(other, asked, question).ShouldBe(QuestionCues.None);
    }

    [Fact]
    public void Does_not_count_a_number_that_the_question_names()
    {
        const string Question = "How many people lived there in 1932?";
        Cues.In("In 1932 many people lived there.", Cues.AskedBy(Question), Question).ShouldBe(QuestionCues.None);
    }
}
