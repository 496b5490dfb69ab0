using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BotKb.Answering;

namespace BotKb.Models.Embeddings;

/// <summary>How requests for vectors are written and their answers read, whatever the protocol.</summary>
internal static class EmbeddingJson
{
    /// <summary>Snake case, without nulls; vectors as numbers or in base64.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // A Chinese text takes half the bytes; the answer is no web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new VectorConverter() },
    };

    /// <summary>The rows, if there is one for each text.</summary>
    /// <exception cref="ModelException">There is not; the sentence lacks the model's name.</exception>
    public static IReadOnlyList<float[]> OneEach(IReadOnlyList<float[]?>? rows, int texts) =>
        rows is null || rows.Contains(null) ? throw new JsonException("No vectors.")
        : rows.Count == texts ? [.. rows.Select(row => row!)]
        : throw new ModelException(ModelFailure.NotAModel, $"gave {rows.Count} vectors for {texts} texts: {Check}");

    /// <summary>What the admin can do about an endpoint that answers with anything else than a vector for each text.</summary>
    public const string Check = "check its Endpoint, Model and Embedding:Protocol";
}
