using BotKb.Models;
using BotKb.Models.Embeddings;
using BotKb.Retrieval.Dense;
using BotKb.Simulators.OpenAi;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotKb.Tests.Models.Embeddings;

/// <summary>A protocol that the simulator speaks.</summary>
public abstract class SimulatedEmbeddingTests(string protocol) : EmbeddingModelConformanceTests
{
    private EmbeddingDialect Dialect =>
        protocol == EmbeddingProtocols.Ollama ? EmbeddingDialect.Ollama : protocol == EmbeddingProtocols.Tei ? EmbeddingDialect.Tei : EmbeddingDialect.OpenAi;

    private protected OpenAiSimulator Simulator { get; private set; } = null!;

    public override async ValueTask InitializeAsync() => Simulator = await OpenAiSimulator.StartAsync(0, Token);

    public override ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Simulator.DisposeAsync();
    }

    protected override IReadOnlyList<IReadOnlyList<string>> Texts => [.. Simulator.Calls.Select(call => Dialect.Texts(call.Body))];

    protected override IEmbeddingModel Model(Action<EmbeddingOptions>? change = null) => Open(options => change?.Invoke(options.Embedding));

    protected override void Play(EmbeddingScript script) => Simulator.Play(new OpenAiScript { Embeddings = script });

    protected override void Fail(OpenAiFault fault) => Simulator.Fail(fault);

    protected override async Task ServerHasCallAsync()
    {
        while (Simulator.Calls.Count == 0)
        {
            await Task.Yield();
        }
    }

    protected override async Task ServerSawTheEndAsync() => await Simulator.Calls[^1].Closed.WaitAsync(TimeSpan.FromSeconds(10), Token);

    private protected IEmbeddingModel Open(Action<ModelOptions> change)
    {
        var endpoint = Dialect == EmbeddingDialect.OpenAi ? Simulator.Endpoint : new Uri(Simulator.Endpoint, "/");
        var options = new ModelOptions { Endpoint = endpoint.ToString(), Model = "sim", ApiKey = "secret-key" };
        (options.Embedding.Protocol, options.Embedding.QuestionSeconds, options.Embedding.TimeoutSeconds) = (protocol, 60, 3_600);
        change(options);
        new ModelOptionsValidator().Validate("main", options).FailureMessage.ShouldBeNull();
        return EmbeddingModel.Open("main", options, new SwiftTime(), NullLogger<EmbeddingModel>.Instance);
    }
}
