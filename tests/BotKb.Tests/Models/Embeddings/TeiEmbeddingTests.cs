using BotKb.Models.Embeddings;

namespace BotKb.Tests.Models.Embeddings;

public sealed class TeiEmbeddingTests() : SimulatedEmbeddingTests(EmbeddingProtocols.Tei)
{
    [Fact]
    public async Task Request_is_as_Text_Embeddings_Inference_has_it()
    {
        await Model().EmbedPassagesAsync(["leave"], Token);

        Simulator.Calls[0].Path.ShouldBe("/embed");
        Simulator.Calls[0].Body.ToJsonString().ShouldBe("""{"inputs":["leave"],"truncate":true}""");
    }
}
