using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotKb.Models.Embeddings;

/// <summary>Reads a vector that is an array of numbers, or the base64 of single-precision numbers, lowest byte first.</summary>
internal sealed class VectorConverter : JsonConverter<float[]>
{
    private const int UsualLength = 1_024;

    /// <inheritdoc/>
    public override float[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.StartArray => Numbers(ref reader),
        JsonTokenType.String when reader.TryGetBytesFromBase64(out var bytes) && bytes.Length % sizeof(float) == 0 => Singles(bytes),
        _ => throw new JsonException("No vector."),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, float[] value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Vectors are only read.");

    private static float[] Numbers(ref Utf8JsonReader reader)
    {
        var numbers = new List<float>(UsualLength);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            // A number out of range is infinite, and some write null for what is no number: the check of the vectors refuses both.
            numbers.Add(reader.TokenType switch
            {
                JsonTokenType.Number => (float)reader.GetDouble(),
                JsonTokenType.Null => float.NaN,
                _ => throw new JsonException("No number."),
            });
        }

        return [.. numbers];
    }

    private static float[] Singles(byte[] bytes)
    {
        var numbers = new float[bytes.Length / sizeof(float)];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(i * sizeof(float)));
        }

        return numbers;
    }
}
