using System.Text.Json;
using BotKb.Knowledge;

namespace BotKb.Sources.Extraction.Worker;

/// <summary>Reads what a worker sends. A file may have taken the worker over: nothing of it is trusted.</summary>
internal static class WireResult
{
    /// <summary>Reads one result.</summary>
    /// <exception cref="JsonException">It is no JSON of a result.</exception>
    /// <exception cref="InvalidDataException">It lacks a part.</exception>
    public static async Task<ExtractionResult> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        var result = await JsonSerializer.DeserializeAsync(content, WireJson.Compact.ExtractionResult, cancellationToken);
        return result is { Reason: not null } && IsComplete(result) ? result : throw new InvalidDataException("The result is incomplete.");
    }

    private static bool IsComplete(ExtractionResult result) => result.Status == ExtractionStatus.Ok
        ? result.Document is { Blocks.IsDefaultOrEmpty: false } document && document.Blocks.All(IsComplete)
        : Enum.IsDefined(result.Status) && result.Document is null && result.Reason.Length > 0;

    private static bool IsComplete(Block? block) =>
        block is { Text: not null, HeadingPath.IsDefault: false } && Enum.IsDefined(block.Kind) && block.HeadingPath.All(heading => heading is not null);
}
