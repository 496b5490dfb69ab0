using System.Text.Json;
using BotKb.Answering;
using BotKb.Models.Embeddings;

namespace BotKb.Benchmarks.Fuzz;

/// <summary>What an endpoint of vectors answers, in each protocol, and what was stored of a model.</summary>
internal static class EmbeddingTargets
{
    private const int Texts = 2;

    public static IEnumerable<FuzzTarget> All() =>
    [
        Answer(
            EmbeddingProtocols.OpenAi,
            """{"object":"list","data":[{"object":"embedding","index":1,"embedding":[0.5,-0.5]},{"object":"embedding","index":0,"embedding":[1,0]}],"model":"m","usage":{"prompt_tokens":2,"total_tokens":2}}""",
            """{"data":[{"index":0,"embedding":"AACAPwAAAAA="},{"index":1,"embedding":"AAAAPwAAAD8="}]}"""),
        Answer(EmbeddingProtocols.Ollama, """{"model":"m","embeddings":[[1,0],[0.5,1e-3]],"total_duration":1}"""),
        Answer(EmbeddingProtocols.Tei, "[[1,0],[0.5,-2.5E2]]"),
        FuzzTarget.Of(
            "stored-model",
            WireTargets.Texts("""{"Name":"embed","Endpoint":"http://model.example/v1","Model":"m","Embedding":{"Protocol":"OpenAI","Dimensions":256,"QuestionPrefix":"query: "}}"""),
            input => StoredModel.Read(System.Text.Encoding.UTF8.GetString(input.Content))),
    ];

    private static FuzzTarget Answer(string protocol, params string[] seeds) =>
        FuzzTarget.Of($"embeddings-{protocol.ToLowerInvariant()}", WireTargets.Texts(seeds), input =>
        {
            try
            {
                var rows = EmbeddingProtocols.Find(protocol)!.Read(input.Content, Texts);
                new VectorCheck("fuzz", null).Pass([.. rows.Select(row => new ReadOnlyMemory<float>(row))]);
            }
            catch (Exception exception) when (exception is JsonException or ModelException)
            {
                // Each failure has its sentence.
            }
        });
}
