using BotKb.Simulators.OpenAi;

namespace BotKb.EndToEndTests.Chat;

/// <summary>Whatever the language model does, the asker gets one answer.</summary>
[Collection(typeof(OneChatSite))]
public sealed class FailingModelTests(ChatSite site)
{
    private const string Question = "How long is the warranty of the pump P-100?";
    private const string WordsOfTheModel = "I would say that nobody knows anything about any pump";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("hang", null, "Silent")]
    [InlineData("hang-mid-stream", null, "Silent")]
    [InlineData("401", null, "Unauthorised")]
    [InlineData("402", null, "NoCredit")]
    [InlineData("429", null, "Busy")]
    [InlineData("429", 60.0, "Busy")]
    [InlineData("500", null, "Broken")]
    [InlineData("html", null, "NotAModel")]
    [InlineData("garbage", null, "NotAModel")]
    [InlineData("empty", null, "Broken")]
    [InlineData("error-in-stream", null, "Broken")]
    [InlineData("cut", null, "Broken")]
    [InlineData("no-finish", null, "Broken")]
    public async Task Answer_is_quoted_with_one_notice_and_the_trace_tells_the_admin_why(string fault, double? retryAfter, string reason)
    {
        site.Model.Reset();
        site.Model.Play(new OpenAiScript { Text = WordsOfTheModel });
        site.Model.Fail(new OpenAiFault { Fault = fault, Times = 0, RetryAfterSeconds = retryAfter });

        var (conversation, turn) = await site.Admin.AskAsync(Question, site.KnowledgeBase, Cancelled);
        var seen = await site.Admin.EventsAsync(conversation, Cancelled).FirstAsync(reply => reply.HasEnded, Cancelled);
        var kept = (await site.Admin.AnswersAsync(conversation, Cancelled)).ShouldHaveSingleItem();

        kept.ShouldBe(seen);
        (kept.Turn, kept.State, kept.Notice).ShouldBe(
            (turn, "answered", "The language model did not answer; the documents are quoted instead."));
        kept.Text.ShouldContain("24 months");
        kept.Text.ShouldNotContain("nobody");
        kept.Citations.ShouldBePositive();
        (await FallbackAsync(turn)).ShouldStartWith($"{reason}: Models:scripted");
    }

    [Fact]
    public async Task Chinese_asker_is_told_in_Chinese()
    {
        site.Model.Reset();
        site.Model.Fail(new OpenAiFault { Fault = "401", Times = 0 });

        var (conversation, _) = await site.Admin.AskAsync("正式员工每年有多少天年假？", site.KnowledgeBase, Cancelled);
        var answer = (await site.Admin.AnswersAsync(conversation, Cancelled)).ShouldHaveSingleItem();

        (answer.State, answer.Notice).ShouldBe(("answered", "语言模型没有回答，以下内容直接引自文档。"));
        answer.Text.ShouldContain("十天");
    }

    [Theory]
    [InlineData("429", null)]
    [InlineData("429", 1.0)]
    [InlineData("500", null)]
    public async Task Failure_of_a_moment_is_not_noticed(string fault, double? retryAfter)
    {
        site.Model.Reset();
        site.Model.Fail(new OpenAiFault { Fault = fault, RetryAfterSeconds = retryAfter });

        var (conversation, turn) = await site.Admin.AskAsync(Question, site.KnowledgeBase, Cancelled);
        var answer = (await site.Admin.AnswersAsync(conversation, Cancelled)).ShouldHaveSingleItem();

        (answer.State, answer.Notice).ShouldBe(("answered", null));
        answer.Text.ShouldContain("24 months");
        site.Model.Calls.Count.ShouldBe(2);
        (await FallbackAsync(turn)).ShouldBeNull();
    }

    private async Task<string?> FallbackAsync(long turn) =>
        await site.ReadAsync($"select trace -> 'answer' ->> 'fallback' from turn where id = {turn}", Cancelled) as string;
}
