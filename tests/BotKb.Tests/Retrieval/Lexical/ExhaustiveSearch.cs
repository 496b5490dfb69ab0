using System.Collections.Immutable;
using BotKb.Retrieval.Analysis;
using BotKb.Retrieval.Lexical;

namespace BotKb.Tests.Retrieval.Lexical;

/// <summary>The search as it is defined: every chunk scored, nothing clever.</summary>
internal static class ExhaustiveSearch
{
    /// <param name="rows">The chunks that exist and may be seen.</param>
    /// <param name="terms">The question.</param>
    /// <param name="idf">How rare each term is.</param>
    /// <param name="count">So many hits.</param>
    public static ImmutableArray<LexicalHit> Run(
        IEnumerable<ChunkRow> rows, IReadOnlyList<QueryTerm> terms, IReadOnlyDictionary<uint, float> idf, int count) =>
        [.. rows
            .Select(row => new LexicalHit(row.Id, row.Document, Score(row, terms, idf)))
            .Where(hit => hit.Score > 0)
            .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.ChunkId)
            .Take(count)];

    private static float Score(ChunkRow row, IReadOnlyList<QueryTerm> terms, IReadOnlyDictionary<uint, float> idf)
    {
        var score = 0f;
        foreach (var term in terms)
        {
            if (row.Terms.TryGetValue(term.Term, out var frequency))
            {
                score += Bm25.Unit(term.Weight, idf[term.Term]) * Bm25.Impact(frequency, Bm25.Saturation(row.Length));
            }
        }

        return score;
    }
}
