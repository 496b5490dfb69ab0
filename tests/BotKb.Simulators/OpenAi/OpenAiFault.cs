namespace BotKb.Simulators.OpenAi;

/// <summary>What goes wrong with the next calls that match.</summary>
public sealed record OpenAiFault
{
    /// <summary>Text that the request's body or path holds; empty matches every call.</summary>
    public string Match { get; init; } = "";

    /// <summary>One of <see cref="Known"/>, or any HTTP status from 400.</summary>
    public required string Fault { get; init; }

    /// <summary>How many calls fail; 0 is every one until the reset.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Seconds in the header Retry-After; null sends no such header.</summary>
    public double? RetryAfterSeconds { get; init; }

    /// <summary>Tokens sent before a fault in mid-stream.</summary>
    public int AfterTokens { get; init; } = 3;

    /// <summary>The faults that are no HTTP status.</summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        "hang", "hang-mid-stream", "html", "garbage", "error-in-stream", "cut", "no-finish", "empty", "context-length", "content-filter",
        "insufficient-quota", "redirect", .. EmbeddingFaults.Known,
    ];
}
