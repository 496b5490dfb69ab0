using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BotKb.Simulators.OpenAi;

namespace BotKb.Tests.Simulators;

public sealed class OpenAiSimulatorTests : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private OpenAiSimulator _simulator = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _simulator = await OpenAiSimulator.StartAsync(0, Token);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _simulator.DisposeAsync();
    }

    [Fact]
    public async Task Answers_from_the_passages_with_their_numbers()
    {
        const string passages = "<passage n=\"1\" from=\"Leave\">\nWe get 25 days. More text.\n</passage>\n<passage n=\"2\" from=\"假期\">\n新员工有十天。其他。\n</passage>";

        (await AskAsync(passages)).ShouldBe("We get 25 days. [1] 新员工有十天。 [2]");
    }

    [Fact]
    public async Task Streams_the_script_with_usage_and_its_end()
    {
        await ControlAsync("script", new { text = "Hello 你好", reasoning = "hm" });
        var body = await (await PostAsync(stream: true, "hi")).Content.ReadAsStringAsync(Token);

        var data = body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line["data: ".Length..]).ToList();
        data[^1].ShouldBe("[DONE]");
        string.Concat(data[..^1].Select(line => (string?)JsonNode.Parse(line)!["choices"]?.AsArray().FirstOrDefault()?["delta"]?["content"])).ShouldBe("Hello 你好");
        body.ShouldContain("\"reasoning_content\":\"hm\"");
        body.ShouldContain("\"usage\"");
        _simulator.Calls[0].FirstTokenAt.ShouldNotBeNull();
        _simulator.Calls[0].DoneAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Scripted_texts_are_used_one_a_call()
    {
        await ControlAsync("script", new OpenAiScript { Texts = ["first"], Text = "then" });

        (await AskAsync("a")).ShouldBe("first");
        (await AskAsync("a")).ShouldBe("then");
    }

    [Fact]
    public async Task Fault_plays_as_often_as_asked_and_only_where_it_matches()
    {
        await ControlAsync("faults", new { match = "年假", fault = "429", times = 1, retryAfterSeconds = 2 });

        (await PostAsync(stream: false, "other")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var failed = await PostAsync(stream: false, "年假几天？");
        failed.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        failed.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(2));
        (await PostAsync(stream: false, "年假几天？")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Unknown_fault_is_refused()
    {
        var response = await _http.PostAsJsonAsync(new Uri(_simulator.Endpoint, "/_control/faults"), new { fault = "explode" }, Token);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(Token)).ShouldContain("hang-mid-stream");
    }

    [Fact]
    public async Task Reset_forgets_everything()
    {
        await ControlAsync("script", new { text = "mine" });
        await ControlAsync("faults", new { fault = "500", times = 0 });
        await ControlAsync("reset", new { });

        (await AskAsync("no passages")).ShouldBe("NO_ANSWER");
        (await _http.GetFromJsonAsync<JsonArray>(new Uri(_simulator.Endpoint, "/_control/calls"), Token))!.Count.ShouldBe(1);
    }

    private async Task ControlAsync(string what, object body) =>
        (await _http.PostAsJsonAsync(new Uri(_simulator.Endpoint, "/_control/" + what), body, Token)).EnsureSuccessStatusCode();

    private async Task<string> AskAsync(string text)
    {
        var answer = await (await PostAsync(stream: false, text)).Content.ReadFromJsonAsync<JsonObject>(Token);
        return (string)answer!["choices"]![0]!["message"]!["content"]!;
    }

    private Task<HttpResponseMessage> PostAsync(bool stream, string text) => _http.PostAsJsonAsync(
        new Uri(_simulator.Endpoint + "/chat/completions"),
        new { model = "m", stream, stream_options = new { include_usage = stream }, messages = new[] { new { role = "user", content = text } } },
        Token);
}
