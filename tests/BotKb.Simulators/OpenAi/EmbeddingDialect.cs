using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotKb.Simulators.OpenAi;

/// <summary>The three ways to ask for vectors.</summary>
internal sealed record EmbeddingDialect(string Path, string Input)
{
    public static readonly EmbeddingDialect OpenAi = new("/v1/embeddings", "input");
    public static readonly EmbeddingDialect Tei = new("/embed", "inputs");
    public static readonly EmbeddingDialect Ollama = new("/api/embed", "input");

    /// <summary>The texts of a request.</summary>
    public IReadOnlyList<string> Texts(JsonObject body) => body[Input] switch
    {
        JsonArray texts => [.. texts.Select(text => (string?)text ?? "")],
        JsonValue text => [text.GetValue<string>()],
        _ => [],
    };

    /// <summary>An error as this way words it.</summary>
    public JsonObject Error(string message, string type) =>
        this == Tei ? new JsonObject { ["error"] = message, ["error_type"] = type }
        : this == Ollama ? new JsonObject { ["error"] = message }
        : OpenAiErrors.Body(message, type, null);

    /// <summary>An answer with rows.</summary>
    public byte[] Answer(string? model, IReadOnlyList<(int? Index, float[] Vector)> rows, bool base64)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            if (this == OpenAi)
            {
                WriteOpenAi(writer, model, rows, base64);
            }
            else if (this == Ollama)
            {
                writer.WriteStartObject();
                writer.WriteString("model", model);
                writer.WritePropertyName("embeddings");
                WriteRows(writer, rows);
                writer.WriteNumber("prompt_eval_count", rows.Count);
                writer.WriteEndObject();
            }
            else
            {
                WriteRows(writer, rows);
            }
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteOpenAi(Utf8JsonWriter writer, string? model, IReadOnlyList<(int? Index, float[] Vector)> rows, bool base64)
    {
        writer.WriteStartObject();
        writer.WriteString("object", "list");
        writer.WriteString("model", model);
        writer.WriteStartArray("data");
        foreach (var (index, vector) in rows)
        {
            writer.WriteStartObject();
            writer.WriteString("object", "embedding");
            if (index is { } number)
            {
                writer.WriteNumber("index", number);
            }

            writer.WritePropertyName("embedding");
            WriteVector(writer, vector, base64);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("usage");
        writer.WriteNumber("prompt_tokens", rows.Count);
        writer.WriteNumber("total_tokens", rows.Count);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteRows(Utf8JsonWriter writer, IReadOnlyList<(int? Index, float[] Vector)> rows)
    {
        writer.WriteStartArray();
        foreach (var (_, vector) in rows)
        {
            WriteVector(writer, vector, base64: false);
        }

        writer.WriteEndArray();
    }

    private static void WriteVector(Utf8JsonWriter writer, float[] vector, bool base64)
    {
        if (base64)
        {
            writer.WriteBase64StringValue(MemoryMarshal.AsBytes(vector.AsSpan()));
            return;
        }

        writer.WriteStartArray();
        foreach (var number in vector)
        {
            if (float.IsFinite(number))
            {
                writer.WriteNumberValue(number);
            }
            else
            {
                writer.WriteNullValue();
            }
        }

        writer.WriteEndArray();
    }
}
