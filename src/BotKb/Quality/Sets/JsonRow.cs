using System.Text.Json;

namespace BotKb.Quality.Sets;

/// <summary>One line of a JSON Lines file; keys that nobody asks for are ignored.</summary>
internal sealed record JsonRow(string File, int Line, JsonElement Value)
{
    /// <summary>A text or a number that must be there and may not be empty.</summary>
    public string Required(string key) =>
        Optional(key) is { Length: > 0 } text ? text : throw Error($"needs the key \"{key}\" with a text");

    /// <summary>A text that must be there, but may be empty.</summary>
    public string Text(string key) => Optional(key) ?? throw Error($"needs the key \"{key}\" with a text");

    /// <summary>A text or a number; null where the key is missing or null.</summary>
    public string? Optional(string key)
    {
        if (!Value.TryGetProperty(key, out var value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.Null => null,
            _ => throw Error($"the value of \"{key}\" must be a text"),
        };
    }

    /// <summary>A list of texts; empty where the key is missing or null.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        if (!Value.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
        {
            throw Error($"the value of \"{key}\" must be a list of texts");
        }

        return [.. value.EnumerateArray().Select(item => item.GetString()!)];
    }

    /// <summary>The sentence that names the file and the line.</summary>
    public BotKbException Error(string problem) => DataSetFile.Error(File, Line, problem);
}
