using System.Text.Json;
using BotKb.Answering;

namespace BotKb.Models.Embeddings;

/// <summary>
/// POST <c>/embeddings</c> of OpenAI and those that speak like it. Rows are put in order by their index, which the adapter of
/// Microsoft.Extensions.AI drops; the encoding is left to the service, as some refuse base64.
/// </summary>
internal sealed class OpenAiProtocol : IEmbeddingProtocol
{
    /// <inheritdoc/>
    public string Path => "embeddings";

    /// <inheritdoc/>
    public int BatchTexts => 64;

    /// <inheritdoc/>
    public int BatchTokens => 50_000;

    /// <inheritdoc/>
    public BinaryData Write(IReadOnlyList<string> texts, string model, int? dimensions) =>
        new(JsonSerializer.SerializeToUtf8Bytes(new Request(model, texts, dimensions), EmbeddingJson.Options));

    /// <inheritdoc/>
    public IReadOnlyList<float[]> Read(ReadOnlySpan<byte> body, int texts)
    {
        var data = JsonSerializer.Deserialize<Answer>(body, EmbeddingJson.Options)?.Data;
        if (data is null || data.Contains(null))
        {
            throw new JsonException("No rows.");
        }

        var rows = EmbeddingJson.OneEach([.. data.Select(row => row!.Embedding)], texts);
        // Some servers number no row at all: then the order says which is which.
        return data.TrueForAll(row => row!.Index is null) ? rows : InOrder(data!, rows);
    }

    private static float[][] InOrder(List<Row> data, IReadOnlyList<float[]> rows)
    {
        var ordered = new float[rows.Count][];
        for (var i = 0; i < rows.Count; i++)
        {
            if (data[i].Index is not { } index || index < 0 || index >= rows.Count || ordered[index] is not null)
            {
                throw new ModelException(ModelFailure.NotAModel, $"gave vectors whose numbers are not those of the texts: {EmbeddingJson.Check}");
            }

            ordered[index] = rows[i];
        }

        return ordered;
    }

    private sealed record Request(string Model, IReadOnlyList<string> Input, int? Dimensions);

    private sealed record Answer(List<Row?>? Data);

    private sealed record Row(int? Index, float[]? Embedding);
}
