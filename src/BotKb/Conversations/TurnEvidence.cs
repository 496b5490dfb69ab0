using System.Collections.Immutable;
using System.Text.Json;
using BotKb.Replies;

namespace BotKb.Conversations;

/// <summary>The documents that a reply rests on: whoever may no longer read one of them does not see the reply again.</summary>
internal static class TurnEvidence
{
    /// <summary>Those that are cited; for words of a model without citations, those that it was given.</summary>
    /// <param name="citations">The reply's citations.</param>
    /// <param name="trace">JSON of how it came about.</param>
    public static ImmutableArray<long> Of(ImmutableArray<ReplyCitation> citations, string? trace)
    {
        if (!citations.IsEmpty || trace is null)
        {
            return [.. citations.Select(citation => citation.DocumentId)];
        }

        using var json = JsonDocument.Parse(trace);
        return json.RootElement.TryGetProperty("answer", out var answer) && answer.ValueKind == JsonValueKind.Object
            && answer.TryGetProperty("passages", out var passages) && passages.ValueKind == JsonValueKind.Array
            ? [.. passages.EnumerateArray().Where(IsGiven).Select(passage => passage.GetProperty("documentId").GetInt64())]
            : [];
    }

    private static bool IsGiven(JsonElement passage) => passage.GetProperty("use").ValueEquals("given");
}
