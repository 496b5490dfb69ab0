using System.Collections.Immutable;
using BotKb.Retrieval.Analysis;

namespace BotKb.Retrieval;

/// <summary>
/// Brings passages into their final order: the lexical score knows how often words occur, this adds whether one sentence holds many of
/// them. Pure.
/// </summary>
internal static class PassageRanking
{
    /// <summary>So many passages from the top are read; the others follow as they are.</summary>
    public const int Depth = 20;

    /// <summary>The passages, best first, each of those that were read with a higher score.</summary>
    /// <param name="question">The question that they were found for.</param>
    /// <param name="termIdf">How rare its terms are, as the search said.</param>
    /// <param name="passages">The passages by falling score.</param>
    public static ImmutableArray<Passage> Rank(
        string question, IReadOnlyDictionary<uint, float> termIdf, IReadOnlyCollection<Passage> passages)
    {
        var evidence = new SentenceEvidence(QueryAnalyzer.Units(question), termIdf);
        var scored = passages.Select((passage, rank) =>
            rank < Depth ? passage with { Score = passage.Score + evidence.Of(passage) } : passage);
        return [.. scored.OrderByDescending(passage => passage.Score).ThenBy(passage => passage.ChunkId)];
    }
}
