using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using BotKb.PostgresTests.Fixture;

namespace BotKb.PostgresTests.Conversations;

/// <summary>The chat over HTTP: one's own conversations, and no other's.</summary>
public sealed class ChatApiTests(PostgresFixture postgres)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Question_is_answered_kept_rated_and_deleted()
    {
        await using var site = await StartAsync();
        using var anna = await site.ClientAsync(ChatApiSite.Anna, Cancelled);

        var (conversation, turn) = await AskAsync(anna, site.Question("What is the bonus?"));
        await site.Spine.EndOfAsync(turn);
        var followUp = await AskAsync(anna, site.Question("And mine?", conversation));
        await site.Spine.EndOfAsync(followUp.Turn);
        using var rated = await anna.PostAsJsonAsync($"/api/chat/turns/{turn}/rating", new { rating = -1, comment = "Wrong." }, Cancelled);
        var list = await anna.GetFromJsonAsync<JsonArray>("/api/chat/conversations", Cancelled);
        var turns = (await anna.GetFromJsonAsync<JsonObject>($"/api/chat/conversations/{conversation}", Cancelled))!["turns"]!.AsArray();
        using var deleted = await anna.DeleteAsync($"/api/chat/conversations/{conversation}", Cancelled);

        followUp.Conversation.ShouldBe(conversation);
        rated.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        list!.ShouldHaveSingleItem()!["title"]!.GetValue<string>().ShouldBe("What is the bonus?");
        turns.Select(one => one!["reply"]!["text"]!.GetValue<string>()).ShouldBe(["What is the bonus?", "And mine?"]);
        turns[0]!["reply"]!["state"]!.GetValue<string>().ShouldBe("answered");
        turns[0]!["rating"]!.GetValue<int>().ShouldBe(-1);
        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await ShouldRefuseAsync(anna.GetAsync($"/api/chat/conversations/{conversation}", Cancelled), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Message_that_is_sent_again_is_asked_once_and_begins_one_conversation()
    {
        await using var site = await StartAsync();
        using var anna = await site.ClientAsync(ChatApiSite.Anna, Cancelled);
        var question = site.Question("again", messageId: Guid.NewGuid());

        var receipts = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => AskAsync(anna, question)));

        receipts.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Conversation_of_another_person_is_as_good_as_none()
    {
        await using var site = await StartAsync();
        using var anna = await site.ClientAsync(ChatApiSite.Anna, Cancelled);
        using var bert = await site.ClientAsync(ChatApiSite.Bert, Cancelled);
        var (conversation, turn) = await AskAsync(anna, site.Question("secret"));
        await site.Spine.EndOfAsync(turn);

        string[] answers =
        [
            await ShouldRefuseAsync(bert.GetAsync($"/api/chat/conversations/{conversation}", Cancelled), HttpStatusCode.NotFound),
            await ShouldRefuseAsync(bert.GetAsync("/api/chat/conversations/999999", Cancelled), HttpStatusCode.NotFound),
            await ShouldRefuseAsync(bert.GetAsync($"/api/chat/conversations/{conversation}/events", Cancelled), HttpStatusCode.NotFound),
            await ShouldRefuseAsync(bert.DeleteAsync($"/api/chat/conversations/{conversation}", Cancelled), HttpStatusCode.NotFound),
            await ShouldRefuseAsync(bert.PostAsync($"/api/chat/conversations/{conversation}/turns/{turn}/stop", null, Cancelled), HttpStatusCode.NotFound),
            await ShouldRefuseAsync(bert.PostAsJsonAsync($"/api/chat/turns/{turn}/rating", new { rating = 1 }, Cancelled), HttpStatusCode.NotFound),
            await ShouldRefuseAsync(bert.PostAsJsonAsync("/api/chat/messages", site.Question("mine?", conversation), Cancelled), HttpStatusCode.NotFound),
        ];

        answers.Distinct().ShouldHaveSingleItem();
        (await bert.GetFromJsonAsync<JsonArray>("/api/chat/conversations", Cancelled))!.ShouldBeEmpty();
        (await anna.GetFromJsonAsync<JsonArray>("/api/chat/conversations", Cancelled))!.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Knowledge_base_that_cannot_be_read_is_unknown()
    {
        await using var site = await StartAsync();
        using var bert = await site.ClientAsync(ChatApiSite.Bert, Cancelled);

        await ShouldRefuseAsync(bert.PostAsJsonAsync("/api/chat/messages", site.Question("bonus?"), Cancelled), HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"messageId\":\"7d1f0f0e-9a43-4c1e-8f0b-0d8c2c3c1c11\",\"text\":\"\\ud800\",\"knowledgeBases\":[1]}")]
    [InlineData("{\"messageId\":\"no guid\",\"text\":\"x\",\"knowledgeBases\":[1]}")]
    [InlineData("{\"text\":\"x\",\"knowledgeBases\":[1]}")]
    [InlineData("{\"messageId\":\"7d1f0f0e-9a43-4c1e-8f0b-0d8c2c3c1c11\",\"text\":\"  \",\"knowledgeBases\":[1]}")]
    [InlineData("{\"messageId\":\"7d1f0f0e-9a43-4c1e-8f0b-0d8c2c3c1c11\",\"text\":\"x\",\"knowledgeBases\":[]}")]
    [InlineData("{\"messageId\":\"7d1f0f0e-9a43-4c1e-8f0b-0d8c2c3c1c11\",\"text\":5,\"knowledgeBases\":[1]}")]
    public async Task Body_that_is_not_understood_is_refused_in_one_sentence(string body)
    {
        await using var site = await StartAsync();
        using var anna = await site.ClientAsync(ChatApiSite.Anna, Cancelled);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        await ShouldRefuseAsync(anna.PostAsync("/api/chat/messages", content, Cancelled), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Question_and_body_have_a_largest_size()
    {
        await using var site = await StartAsync();
        using var anna = await site.ClientAsync(ChatApiSite.Anna, Cancelled);

        await AskAsync(anna, site.Question(new string('x', 100_000)));
        await ShouldRefuseAsync(
            anna.PostAsJsonAsync("/api/chat/messages", site.Question(new string('x', 100_001)), Cancelled), HttpStatusCode.BadRequest);
        await ShouldRefuseAsync(
            anna.PostAsJsonAsync("/api/chat/messages", site.Question(new string('x', 1 << 20)), Cancelled), HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Changes_without_a_token_and_people_who_are_not_signed_in_are_refused()
    {
        await using var site = await StartAsync();
        using var tokenless = await site.ClientAsync(ChatApiSite.Anna, Cancelled, hasToken: false);
        using var nobody = await site.ClientAsync("", Cancelled, hasToken: false);

        await ShouldRefuseAsync(tokenless.PostAsJsonAsync("/api/chat/messages", site.Question("x"), Cancelled), HttpStatusCode.BadRequest);
        await ShouldRefuseAsync(tokenless.DeleteAsync("/api/chat/conversations/1", Cancelled), HttpStatusCode.BadRequest);
        foreach (var address in new[] { "/api/antiforgery", "/api/chat/conversations", "/api/chat/conversations/1", "/api/chat/conversations/1/events" })
        {
            using var answer = await nobody.GetAsync(address, Cancelled);
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, address);
        }
    }

    [Fact]
    public async Task Replies_arrive_as_events_while_they_grow_and_stop_on_request()
    {
        var shown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var site = await ChatApiSite.StartAsync(
            postgres, ScriptedEngine.Waiting(shown, Task.Delay(Timeout.Infinite, Cancelled)), Cancelled);
        using var anna = await site.ClientAsync(ChatApiSite.Anna, Cancelled);
        var (conversation, turn) = await AskAsync(anna, site.Question("long story"));
        await shown.Task.WaitAsync(Cancelled);

        await using var stream = await anna.GetStreamAsync($"/api/chat/conversations/{conversation}/events", Cancelled);
        using var events = new StreamReader(stream);
        var growing = await UntilAsync(events, "streaming");
        using var stop = await anna.PostAsync($"/api/chat/conversations/{conversation}/turns/{turn}/stop", null, Cancelled);
        var stopped = await UntilAsync(events, "stopped");

        growing["turn"]!.GetValue<long>().ShouldBe(turn);
        growing["reply"]!["text"]!.GetValue<string>().ShouldBe("begun");
        stop.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        stopped["version"]!.GetValue<long>().ShouldBeGreaterThan(growing["version"]!.GetValue<long>());
    }

    [Fact]
    public async Task Database_that_is_away_is_said_with_a_time_to_come_back()
    {
        await using var site = await StartAsync();
        using var anna = await site.ClientAsync(ChatApiSite.Anna, Cancelled);
        await site.CutDatabaseOffAsync(postgres, Cancelled);

        using var answer = await anna.GetAsync("/api/chat/conversations", Cancelled);

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter.ShouldNotBeNull();
        (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancelled))!["error"]!.GetValue<string>().ShouldBe(
            "The database does not answer; nothing was lost. Try again in a moment.");
    }

    private static async Task<(long Conversation, long Turn)> AskAsync(HttpClient client, object question)
    {
        using var answer = await client.PostAsJsonAsync("/api/chat/messages", question, Cancelled);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var receipt = await answer.Content.ReadFromJsonAsync<JsonObject>(Cancelled);
        return (receipt!["conversation"]!.GetValue<long>(), receipt["turn"]!.GetValue<long>());
    }

    private static async Task<string> ShouldRefuseAsync(Task<HttpResponseMessage> request, HttpStatusCode status)
    {
        using var answer = await request;
        answer.StatusCode.ShouldBe(status);
        var sentence = (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancelled))!["error"]!.GetValue<string>();
        sentence.ShouldEndWith(".");
        return sentence;
    }

    private static async Task<JsonNode> UntilAsync(StreamReader events, string state)
    {
        while (await events.ReadLineAsync(Cancelled) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal) && JsonNode.Parse(line[6..])!["reply"]!["state"]!.GetValue<string>() == state)
            {
                return JsonNode.Parse(line[6..])!;
            }
        }

        throw new InvalidOperationException("The events ended.");
    }

    private Task<ChatApiSite> StartAsync() => ChatApiSite.StartAsync(postgres, ScriptedEngine.Echo(), Cancelled);
}
