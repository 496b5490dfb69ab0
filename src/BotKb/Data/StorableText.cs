using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotKb.Data;

/// <summary>Writes strings into JSON that PostgreSQL stores; see <see cref="PostgresText"/>.</summary>
internal sealed class StorableText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(PostgresText.Clean(value));
}
