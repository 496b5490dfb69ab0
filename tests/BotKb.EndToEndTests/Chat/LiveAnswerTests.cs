using System.Net;
using BotKb.Simulators.OpenAi;
using BotKb.Simulators.People;

namespace BotKb.EndToEndTests.Chat;

/// <summary>What people do while an answer grows.</summary>
[Collection(typeof(OneChatSite))]
public sealed class LiveAnswerTests(ChatSite site)
{
    private const string Question = "How long is the warranty of the pump P-100?";
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(2);

    private static readonly string Text = string.Join(
        ' ', Enumerable.Range(1, 20).Select(at => $"Sentence {at} says that the warranty of the pump lasts 24 months."));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Question_while_the_last_one_runs_waits_for_its_turn()
    {
        Play(tokensPerSecond: 300);

        var (conversation, first) = await site.Admin.AskAsync(Question, site.KnowledgeBase, Cancelled);
        var (same, second) = await site.Admin.AskAsync(
            "How long is the warranty of the valve V-200?", site.KnowledgeBase, Cancelled, conversation);
        var answers = await site.Admin.AnswersAsync(conversation, Cancelled);

        same.ShouldBe(conversation);
        answers.Select(answer => (answer.Turn, answer.Text, answer.State))
            .ShouldBe([(first, Text, "answered"), (second, Text, "answered")]);
        var calls = site.Model.Calls;
        calls.Skip(1).ShouldAllBe(call => call.At >= calls[0].DoneAt);
    }

    [Fact]
    public async Task Two_browsers_of_a_person_see_the_same()
    {
        Play(tokensPerSecond: 300);
        using var person = await site.NewPersonAsync("member", Cancelled);
        using var other = await site.SignInAsync(person.Email, Cancelled);

        var (conversation, _) = await person.Client.AskAsync(Question, site.KnowledgeBase, Cancelled);
        var here = EndOfAsync(person.Client, conversation);
        var there = EndOfAsync(other, conversation);

        (await here).Text.ShouldBe(Text);
        (await there).ShouldBe(await here);
        (await other.AnswersAsync(conversation, Cancelled)).ShouldBe([await here]);
    }

    [Fact]
    public async Task Browser_that_loses_its_connection_in_mid_answer_sees_the_rest()
    {
        Play(tokensPerSecond: 150);

        var (conversation, _) = await site.Admin.AskAsync(Question, site.KnowledgeBase, Cancelled);
        var before = await BeginningAsync(conversation);
        var seen = await site.Admin.EventsAsync(conversation, Cancelled).TakeUntilAsync(reply => reply.HasEnded, Cancelled);

        before.HasEnded.ShouldBeFalse();
        seen[0].Text.ShouldStartWith(before.Text);
        seen[^1].Text.ShouldBe(Text);
        seen[^1].State.ShouldBe("answered");
    }

    [Fact]
    public async Task Stop_ends_the_models_work_and_keeps_the_text()
    {
        Play(tokensPerSecond: 20);

        var (conversation, turn) = await site.Admin.AskAsync(Question, site.KnowledgeBase, Cancelled);
        var before = await BeginningAsync(conversation);
        using var stopped = await site.Admin.PostAsync($"api/chat/conversations/{conversation}/turns/{turn}/stop", new { }, Cancelled);
        await site.Model.Calls[^1].Closed.WaitAsync(Bound, Cancelled);
        var answer = (await site.Admin.AnswersAsync(conversation, Cancelled)).ShouldHaveSingleItem();

        stopped.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        answer.State.ShouldBe("stopped");
        answer.Text.ShouldStartWith(before.Text);
        Text.ShouldStartWith(answer.Text);
    }

    [Fact]
    public async Task Conversation_that_is_deleted_in_mid_answer_ends_quietly()
    {
        Play(tokensPerSecond: 20);
        var logged = site.Host.Log.Length;

        var (conversation, _) = await site.Admin.AskAsync(Question, site.KnowledgeBase, Cancelled);
        await BeginningAsync(conversation);
        using var deleted = await site.Admin.SendAsync(HttpMethod.Delete, $"api/chat/conversations/{conversation}", null, Cancelled);
        await site.Model.Calls[^1].Closed.WaitAsync(Bound, Cancelled);
        using var gone = await site.Admin.GetAsync($"api/chat/conversations/{conversation}", Cancelled);

        (deleted.StatusCode, gone.StatusCode).ShouldBe((HttpStatusCode.NoContent, HttpStatusCode.NotFound));
        site.Host.Log[logged..].ShouldBeEmpty();
    }

    private void Play(double tokensPerSecond)
    {
        site.Model.Reset();
        site.Model.Play(new OpenAiScript { Text = Text, TokensPerSecond = tokensPerSecond });
    }

    private async Task<ShownReply> BeginningAsync(long conversation) =>
        await site.Admin.EventsAsync(conversation, Cancelled).FirstAsync(reply => reply.Text.Length > 0, Cancelled);

    private static async Task<ShownReply> EndOfAsync(ConsoleClient client, long conversation) =>
        await client.EventsAsync(conversation, Cancelled).FirstAsync(reply => reply.HasEnded, Cancelled);
}
