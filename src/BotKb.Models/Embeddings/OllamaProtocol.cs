using System.Text.Json;

namespace BotKb.Models.Embeddings;

/// <summary>POST <c>/api/embed</c> of Ollama, which cuts a text that is too long itself.</summary>
internal sealed class OllamaProtocol : IEmbeddingProtocol
{
    /// <inheritdoc/>
    public string Path => "api/embed";

    /// <inheritdoc/>
    public int BatchTexts => 32;

    /// <inheritdoc/>
    public int BatchTokens => 16_384;

    /// <inheritdoc/>
    public BinaryData Write(IReadOnlyList<string> texts, string model, int? dimensions) =>
        new(JsonSerializer.SerializeToUtf8Bytes(new Request(model, texts, Truncate: true, dimensions), EmbeddingJson.Options));

    /// <inheritdoc/>
    public IReadOnlyList<float[]> Read(ReadOnlySpan<byte> body, int texts) =>
        EmbeddingJson.OneEach(JsonSerializer.Deserialize<Answer>(body, EmbeddingJson.Options)?.Embeddings, texts);

    private sealed record Request(string Model, IReadOnlyList<string> Input, bool Truncate, int? Dimensions);

    private sealed record Answer(List<float[]?>? Embeddings);
}
