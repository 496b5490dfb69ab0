using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using BotKb.Simulators.OpenAi;
using BotKb.Simulators.People;

namespace BotKb.EndToEndTests.Chat;

/// <summary>The database is killed while a question is answered.</summary>
[Collection(typeof(OneChatSite))]
public sealed class LostDatabaseTests(ChatSite site)
{
    private const string Away = "The database does not answer. Nothing was lost; try again in a moment.";

    private static readonly string Text = string.Join(
        ' ', Enumerable.Range(1, 5).Select(at => $"Sentence {at} says that the warranty of the pump lasts 24 months."));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    public async Task Question_ends_in_one_answer_and_people_are_told_meanwhile(double tokensPerSecond)
    {
        site.Model.Reset();
        site.Model.Play(new OpenAiScript { Text = Text, TokensPerSecond = tokensPerSecond });
        var (conversation, turn) = await site.Admin.AskAsync("How long is the warranty of the pump P-100?", site.KnowledgeBase, Cancelled);
        await using var shown = site.Admin.EventsAsync(conversation, Cancelled).GetAsyncEnumerator(Cancelled);
        await ReadUntilAsync(shown, reply => reply.Text.Length > 0);

        await site.Program.BotKb.KillPostgresAsync();
        using var api = await site.Admin.GetAsync("api/chat/conversations", Cancelled);
        using var page = await site.Admin.GetAsync("chat", Cancelled);
        await site.Program.BotKb.StartPostgresAsync();
        var answer = (await site.Admin.AnswersAsync(conversation, Cancelled)).ShouldHaveSingleItem();

        api.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        api.Headers.RetryAfter.ShouldNotBeNull();
        (await api.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("error").GetString().ShouldBe(Away);
        page.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await page.Content.ReadAsStringAsync(Cancelled)).ShouldContain(Away);
        (answer.Turn, answer.Text, answer.State).ShouldBe((turn, Text, "answered"));
        (await ReadUntilAsync(shown, reply => reply.HasEnded)).ShouldBe(answer);
    }

    // On one connection from before the loss until after it.
    private static async Task<ShownReply> ReadUntilAsync(IAsyncEnumerator<ShownReply> replies, Func<ShownReply, bool> isWanted)
    {
        do
        {
            (await replies.MoveNextAsync()).ShouldBeTrue();
        }
        while (!isWanted(replies.Current));

        return replies.Current;
    }
}
