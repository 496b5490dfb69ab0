namespace BotKb.Quality.Metrics;

/// <summary>How good one ranking of documents is, as trec_eval defines it. Every figure lies between 0 and 1.</summary>
internal static class RankingMetrics
{
    /// <summary>The part of the relevant documents that the first <paramref name="k"/> hold.</summary>
    public static double RecallAt(int k, IReadOnlyList<string> ranked, IReadOnlyDictionary<string, int> gains) =>
        gains.Count == 0 ? 0 : (double)ranked.Take(k).Count(gains.ContainsKey) / gains.Count;

    /// <summary>One divided by the rank of the first relevant document; 0 when the first <paramref name="k"/> hold none.</summary>
    public static double ReciprocalRankAt(int k, IReadOnlyList<string> ranked, IReadOnlyDictionary<string, int> gains)
    {
        for (var i = 0; i < Math.Min(k, ranked.Count); i++)
        {
            if (gains.ContainsKey(ranked[i]))
            {
                return 1.0 / (i + 1);
            }
        }

        return 0;
    }

    /// <summary>Discounted gain against that of the best order: linear gains, discounted by log2(rank + 1).</summary>
    public static double NdcgAt(int k, IReadOnlyList<string> ranked, IReadOnlyDictionary<string, int> gains)
    {
        var ideal = DiscountedGain(gains.Values.OrderDescending().Take(k));
        return ideal == 0 ? 0 : DiscountedGain(ranked.Take(k).Select(id => gains.GetValueOrDefault(id))) / ideal;
    }

    private static double DiscountedGain(IEnumerable<int> gains) => gains.Select((gain, i) => gain / Math.Log2(i + 2)).Sum();
}
