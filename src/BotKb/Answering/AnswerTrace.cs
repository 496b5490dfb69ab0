using System.Collections.Immutable;

namespace BotKb.Answering;

/// <summary>How an answer came about, for the admin. Times are milliseconds since the question reached the engine.</summary>
public sealed record AnswerTrace
{
    /// <summary>The question rewritten to stand alone; null where it was searched as it is.</summary>
    public string? StandaloneQuestion { get; init; }

    /// <summary>The passages found, best first.</summary>
    public ImmutableArray<TracedPassage> Passages { get; init; } = [];

    /// <summary>Why words alone were searched although an embedding model is set; else null.</summary>
    public string? MeaningFailure { get; init; }

    /// <summary>The score that the refusal was decided by, 0 to 1; null where a model decided.</summary>
    public double? Score { get; init; }

    /// <summary>The language model that wrote the answer, as set; null for an answer quoted from the documents.</summary>
    public string? Model { get; init; }

    /// <summary>SHA-256 of everything the model was given, in hex.</summary>
    public string? PromptHash { get; init; }

    /// <summary>Why the model's answer was not used; null where it was, or where there is no model.</summary>
    public string? Fallback { get; init; }

    /// <summary>Citation marks that pointed nowhere and were taken out.</summary>
    public int InventedCitations { get; init; }

    public long? InputTokens { get; init; }

    public long? OutputTokens { get; init; }

    public double? SearchedAtMs { get; init; }

    public double? FirstTokenAtMs { get; init; }

    public double? DoneAtMs { get; init; }
}
