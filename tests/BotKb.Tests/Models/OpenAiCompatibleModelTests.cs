using System.Text.Json.Nodes;
using BotKb.Models;
using BotKb.Simulators.OpenAi;
using Microsoft.Extensions.AI;

namespace BotKb.Tests.Models;

public sealed class OpenAiCompatibleModelTests : ChatModelConformanceTests
{
    private OpenAiSimulator _simulator = null!;

    public override async ValueTask InitializeAsync() => _simulator = await OpenAiSimulator.StartAsync(0, Token);

    public override ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task Key_goes_as_a_bearer_token()
    {
        await AskAsync(_ => { });

        _simulator.Calls[0].Headers["Authorization"].ShouldBe("Bearer secret-key");
    }

    [Fact]
    public async Task Key_and_further_headers_go_as_set()
    {
        await AskAsync(options =>
        {
            options.KeyHeader = "api-key";
            options.ExtraHeaders["appid"] = "app-7";
        });

        _simulator.Calls[0].Headers["api-key"].ShouldBe("secret-key");
        _simulator.Calls[0].Headers["appid"].ShouldBe("app-7");
        _simulator.Calls[0].Headers.ShouldNotContainKey("Authorization");
    }

    [Fact]
    public async Task No_key_sends_no_header()
    {
        await AskAsync(options => options.ApiKey = null);

        _simulator.Calls[0].Headers.ShouldNotContainKey("Authorization");
    }

    [Fact]
    public async Task Quirks_shape_the_request()
    {
        var body = await AskAsync(options =>
        {
            options.SendTemperature = false;
            options.MaxTokensField = "max_tokens";
            options.ThinkingSwitch = """{"enable_thinking":false,"thinking":{"type":"disabled"}}""";
        });

        body.ShouldNotContainKey("temperature");
        body.ShouldNotContainKey("max_completion_tokens");
        ((int)body["max_tokens"]!).ShouldBe(100);
        ((bool)body["enable_thinking"]!).ShouldBeFalse();
        ((string)body["thinking"]!["type"]!).ShouldBe("disabled");
        ((bool)body["stream_options"]!["include_usage"]!).ShouldBeTrue();
    }

    [Fact]
    public async Task Without_quirks_the_request_is_as_OpenAI_has_it()
    {
        var body = await AskAsync(_ => { });

        ((double)body["temperature"]!).ShouldBe(0.5);
        ((int)body["max_completion_tokens"]!).ShouldBe(100);
        body.ShouldNotContainKey("max_tokens");
    }

    protected override int CallCount => _simulator.Calls.Count;

    protected override IChatClient Client() => TestModel.Of(_simulator);

    protected override IChatClient ImpatientClient() => TestModel.Of(_simulator, options => (options.FirstTokenSeconds, options.IdleSeconds) = (0.4, 0.3));

    protected override void Play(OpenAiScript script) => _simulator.Play(script);

    protected override void Fail(OpenAiFault fault) => _simulator.Fail(fault);

    protected override async Task ServerSawTheEndAsync() => await _simulator.Calls[^1].Closed.WaitAsync(TimeSpan.FromSeconds(10), Token);

    private async Task<JsonObject> AskAsync(Action<ModelOptions> change)
    {
        await TestModel.Of(_simulator, change).GetResponseAsync("Hello?", new ChatOptions { MaxOutputTokens = 100, Temperature = 0.5f }, Token);
        return _simulator.Calls[0].Body;
    }
}
