using System.Collections.Immutable;
using BotKb.Retrieval.Analysis;

namespace BotKb.Retrieval;

/// <summary>
/// Makes one order of two: by words and by meaning. Their scores cannot be compared, so each list gives a passage 1 / (60 + its rank), as
/// reciprocal rank fusion does. Pure.
/// </summary>
internal static class RankFusion
{
    private const double RankOffset = 60;

    // Embedding models favour the question's own language: of the places, one in so many is kept for the other one.
    private const int PlacesForOther = 4;

    /// <summary>The best of both lists, best first.</summary>
    /// <param name="passages">All passages by falling lexical score; those near in meaning have a similarity.</param>
    /// <param name="count">At most so many.</param>
    public static ImmutableArray<Passage> Fuse(ImmutableArray<Passage> passages, int count)
    {
        var near = passages.Where(passage => passage.Similarity is not null)
            .OrderByDescending(passage => passage.Similarity).ThenBy(passage => passage.ChunkId)
            .Select((passage, rank) => (passage.ChunkId, rank)).ToDictionary(pair => pair.ChunkId, pair => pair.rank);
        var fused = passages
            .Select((passage, rank) => passage with
            {
                FusedScore = (passage.Score > 0 ? 1 / (RankOffset + rank) : 0)
                    + (near.TryGetValue(passage.ChunkId, out var nearRank) ? 1 / (RankOffset + nearRank) : 0),
            })
            .OrderByDescending(passage => passage.FusedScore).ThenBy(passage => passage.ChunkId).ToList();
        return WithBothLanguages(fused, count);
    }

    private static ImmutableArray<Passage> WithBothLanguages(List<Passage> fused, int count)
    {
        var best = fused.Take(count).ToList();
        var chinese = best.Count(IsChinese);
        var rarerIsChinese = chinese * 2 < best.Count;
        var rarer = rarerIsChinese ? chinese : best.Count - chinese;
        var promoted = fused.Skip(count).Where(passage => IsChinese(passage) == rarerIsChinese)
            .Take(Math.Max(0, (count / PlacesForOther) - rarer)).ToList();
        var displaced = best.Where(passage => IsChinese(passage) != rarerIsChinese).TakeLast(promoted.Count).ToHashSet();

        // The scores keep falling, whoever reads them: a promoted passage has a lower one than whatever it displaced.
        return [.. best.Where(passage => !displaced.Contains(passage)), .. promoted];
    }

    private static bool IsChinese(Passage passage) => Script.IsChinese(passage.Text);
}
