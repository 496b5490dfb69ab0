using System.Text.Json;

namespace BotKb.Models.Embeddings;

/// <summary>POST <c>/embed</c> of Text Embeddings Inference, told to cut a text that is too long.</summary>
internal sealed class TeiProtocol : IEmbeddingProtocol
{
    /// <inheritdoc/>
    public string Path => "embed";

    /// <inheritdoc/>
    public int BatchTexts => 32;

    /// <inheritdoc/>
    public int BatchTokens => 16_384;

    /// <inheritdoc/>
    public BinaryData Write(IReadOnlyList<string> texts, string model, int? dimensions) =>
        new(JsonSerializer.SerializeToUtf8Bytes(new Request(texts, Truncate: true, dimensions), EmbeddingJson.Options));

    /// <inheritdoc/>
    public IReadOnlyList<float[]> Read(ReadOnlySpan<byte> body, int texts) =>
        EmbeddingJson.OneEach(JsonSerializer.Deserialize<List<float[]?>>(body, EmbeddingJson.Options), texts);

    private sealed record Request(IReadOnlyList<string> Inputs, bool Truncate, int? Dimensions);
}
