using BotKb.Models.Embeddings;

namespace BotKb.Tests.Models.Embeddings;

public sealed class OllamaEmbeddingTests() : SimulatedEmbeddingTests(EmbeddingProtocols.Ollama)
{
    [Fact]
    public async Task Request_is_as_Ollama_has_it()
    {
        await Model().EmbedPassagesAsync(["leave"], Token);

        Simulator.Calls[0].Path.ShouldBe("/api/embed");
        Simulator.Calls[0].Body.ToJsonString().ShouldBe("""{"model":"sim","input":["leave"],"truncate":true}""");
    }
}
