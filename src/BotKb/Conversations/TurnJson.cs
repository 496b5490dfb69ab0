using System.Collections.Immutable;
using System.Text.Json;
using BotKb.Data;
using BotKb.Replies;

namespace BotKb.Conversations;

/// <summary>How citations and traces are written into a turn's row.</summary>
internal static class TurnJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new StorableText() } };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static ImmutableArray<ReplyCitation> ReadCitations(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<ImmutableArray<ReplyCitation>>(json, Options);
}
