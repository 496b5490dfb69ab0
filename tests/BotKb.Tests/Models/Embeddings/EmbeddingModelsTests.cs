using System.Text.Json;
using BotKb.Answering;
using BotKb.Models;
using BotKb.Retrieval.Dense;
using BotKb.Simulators.OpenAi;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotKb.Tests.Models.Embeddings;

public sealed class EmbeddingModelsTests : IAsyncLifetime
{
    private OpenAiSimulator _simulator = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _simulator = await OpenAiSimulator.StartAsync(0, Token);

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Theory]
    [InlineData("Protocol", "grpc")]
    [InlineData("Protocol", null)]
    [InlineData("Dimensions", "1")]
    [InlineData("Dimensions", "5000")]
    [InlineData("BatchTexts", "0")]
    [InlineData("BatchTokens", "-1")]
    [InlineData("MaxTokens", "0")]
    [InlineData("QuestionSeconds", "0")]
    [InlineData("QuestionSeconds", "NaN")]
    [InlineData("TimeoutSeconds", "1e9")]
    public void Wrong_setting_is_refused_by_its_name(string key, string? value)
    {
        using var services = Services(("Retrieval:EmbeddingModel", "main"), ($"Models:main:Embedding:{key}", value));

        Should.Throw<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate)
            .Message.ShouldStartWith($"Models:main:Embedding:{key} ");
    }

    [Fact]
    public void Prefix_must_leave_room_for_the_text()
    {
        using var services = Services(("Models:main:Embedding:QuestionPrefix", string.Concat(Enumerable.Repeat("word ", 40))), ("Models:main:Embedding:MaxTokens", "64"));

        Should.Throw<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate).Message.ShouldStartWith("Models:main:Embedding:MaxTokens ");
    }

    [Fact]
    public void Model_that_is_not_set_up_is_refused()
    {
        using var services = Services(("Retrieval:EmbeddingModel", "mian"));

        Should.Throw<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate).Message.ShouldContain("there is no Models:mian");
    }

    [Fact]
    public void Without_a_name_there_is_no_model()
    {
        using var services = Services();

        services.GetRequiredService<IEmbeddingModels>().Configured.ShouldBeNull();
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("OLLAMA")]
    [InlineData("tei")]
    public async Task Named_model_embeds(string protocol)
    {
        using var services = Services(
            ("Retrieval:EmbeddingModel", "MAIN"),
            ("Models:main:Embedding:Protocol", protocol),
            ("Models:main:Endpoint", protocol == "openai" ? _simulator.Endpoint.ToString() : new Uri(_simulator.Endpoint, "/").ToString()));
        services.GetRequiredService<IStartupValidator>().Validate();

        (await services.GetRequiredService<IEmbeddingModels>().Configured!.EmbedPassagesAsync(["Hello."], Token))[0].Vector!.Length.ShouldBe(256);
    }

    [Theory]
    [InlineData("Model", "other", false)]
    [InlineData("Embedding:Dimensions", "64", false)]
    [InlineData("Embedding:QuestionPrefix", "q: ", false)]
    [InlineData("Embedding:PassagePrefix", "p: ", false)]
    [InlineData("Embedding:MaxTokens", "512", false)]
    [InlineData("Endpoint", "https://elsewhere.example.com/v1", true)]
    [InlineData("ApiKey", "another", true)]
    [InlineData("Embedding:BatchTexts", "2", true)]
    [InlineData("Embedding:QuestionSeconds", "3", true)]
    public void Key_is_equal_where_vectors_can_be_compared(string key, string value, bool equal)
    {
        using var before = Services(("Retrieval:EmbeddingModel", "main"));
        using var after = Services(("Retrieval:EmbeddingModel", "main"), ($"Models:main:{key}", value));

        var (one, other) = (Configured(before), Configured(after));
        (one.Key == other.Key).ShouldBe(equal);
        after.GetRequiredService<IEmbeddingModels>().Reopen(one.Settings)!.Key.ShouldBe(one.Key);
        ReferenceEquals(after.GetRequiredService<IEmbeddingModels>().Reopen(one.Settings), other).ShouldBe(equal);
    }

    [Fact]
    public void Stored_settings_hold_no_secret()
    {
        using var services = Services(("Retrieval:EmbeddingModel", "main"), ("Models:main:ExtraHeaders:X-Tenant", "tenant-secret"));

        var settings = Configured(services).Settings;
        settings.ShouldNotContain("secret");
        settings.ShouldContain(_simulator.Endpoint.Host);
    }

    [Fact]
    public async Task Reopened_model_has_the_key_of_its_own_endpoint()
    {
        using var services = Services(("Retrieval:EmbeddingModel", "main"), ("Models:main:KeyHeader", "api-key"), ("Models:main:ExtraHeaders:X-Tenant", "t"));
        var old = services.GetRequiredService<IEmbeddingModels>().Reopen(Stored("gone", _simulator.Endpoint + "/"))!;
        await old.EmbedQuestionAsync("why", Token);

        _simulator.Calls[0].Headers["api-key"].ShouldBe("key-secret");
        _simulator.Calls[0].Headers["X-Tenant"].ShouldBe("t");
        services.GetRequiredService<IEmbeddingModels>().Reopen(Stored("gone", _simulator.Endpoint + "/")).ShouldBeSameAs(old);
    }

    [Theory]
    [InlineData("http", "localhost", 0)]
    [InlineData("http", "127.0.0.1", 1)]
    [InlineData("https", "127.0.0.1", 0)]
    public async Task Key_goes_to_no_other_endpoint(string scheme, string host, int portsAway)
    {
        var stored = Stored("main", _simulator.Endpoint.ToString());
        var today = new UriBuilder(_simulator.Endpoint) { Scheme = scheme, Host = host, Port = _simulator.Endpoint.Port + portsAway };
        using var services = Services(
            ("Retrieval:EmbeddingModel", "main"), ("Models:main:Endpoint", today.ToString()), ("Models:main:ExtraHeaders:X-Tenant", "t"));
        await services.GetRequiredService<IEmbeddingModels>().Reopen(stored)!.EmbedQuestionAsync("why", Token);

        _simulator.Calls[0].Headers.ShouldNotContainKey("Authorization");
        _simulator.Calls[0].Headers.ShouldNotContainKey("X-Tenant");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"Name":"main","Endpoint":"http://169.254.169.254","Model":"m","Embedding":{}}""")]
    [InlineData("""{"Name":"main","Endpoint":"http://127.0.0.1","Model":"m","Embedding":{"Protocol":"none"}}""")]
    [InlineData("""{"Name":"main","Endpoint":"http://127.0.0.1","Model":"m","Embedding":{"MaxTokens":"x"}}""")]
    public void Settings_that_cannot_be_understood_open_nothing(string settings)
    {
        using var services = Services(("Retrieval:EmbeddingModel", "main"));

        services.GetRequiredService<IEmbeddingModels>().Reopen(settings).ShouldBeNull();
    }

    [Fact]
    public async Task Redirects_are_not_followed()
    {
        using var services = Services();
        var reopened = services.GetRequiredService<IEmbeddingModels>().Reopen(Stored("main", _simulator.Endpoint.ToString()))!;
        _simulator.Fail(new OpenAiFault { Fault = "redirect" });

        (await Should.ThrowAsync<ModelException>(() => reopened.EmbedQuestionAsync("why", Token))).Failure.ShouldBe(ModelFailure.NotAModel);
        _simulator.Calls.Count.ShouldBe(1);
    }

    private static IEmbeddingModel Configured(ServiceProvider services) => services.GetRequiredService<IEmbeddingModels>().Configured!;

    private static string Stored(string name, string endpoint) =>
        JsonSerializer.Serialize(new { Name = name, Endpoint = endpoint, Model = "old", Embedding = new { Protocol = "OpenAI" } });

    private ServiceProvider Services(params (string Key, string? Value)[] settings)
    {
        Dictionary<string, string?> all = new(StringComparer.OrdinalIgnoreCase)
        {
            ["Models:main:Endpoint"] = _simulator.Endpoint.ToString(),
            ["Models:main:Model"] = "m",
            ["Models:main:ApiKey"] = "key-secret",
        };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(all).Build();
        return new ServiceCollection().AddAnswering(configuration).AddModels(configuration).BuildServiceProvider();
    }
}
