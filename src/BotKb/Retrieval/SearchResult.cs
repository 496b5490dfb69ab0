using System.Collections.Immutable;

namespace BotKb.Retrieval;

/// <summary>What a search found.</summary>
/// <param name="Passages">Best first.</param>
/// <param name="TermIdf">
/// The inverse document frequency, 0 or more, of each term of the question within the knowledge bases searched, by term id; a term
/// that occurs nowhere has the idf of a term that occurs once.
/// </param>
public sealed record SearchResult(ImmutableArray<Passage> Passages, IReadOnlyDictionary<uint, float> TermIdf)
{
    /// <summary>Why words alone were searched although an embedding model is set, for the admin; else null.</summary>
    public string? MeaningFailure { get; init; }

    /// <summary>Nothing was found, and nothing is known about the terms.</summary>
    public static SearchResult Nothing { get; } = new([], new Dictionary<uint, float>());
}
