using BotKb.Quality.Metrics;
using FsCheck.Xunit;

namespace BotKb.Tests.Quality;

public sealed class RankingMetricsTests
{
    private static readonly int[] Depths = [1, 5, 10, 100];
    private static readonly Dictionary<string, int> Gains = new() { ["a"] = 1, ["b"] = 2 };

    [Fact]
    public void Recall_is_the_part_of_the_relevant_documents_within_k()
    {
        string[] ranked = ["x", "b", "y", "z", "q", "a"];

        RankingMetrics.RecallAt(1, ranked, Gains).ShouldBe(0);
        RankingMetrics.RecallAt(5, ranked, Gains).ShouldBe(0.5);
        RankingMetrics.RecallAt(10, ranked, Gains).ShouldBe(1);
    }

    [Theory]
    [InlineData("a x y", 1)]
    [InlineData("x y a b", 1.0 / 3)]
    [InlineData("1 2 3 4 5 6 7 8 9 a", 0.1)]
    [InlineData("1 2 3 4 5 6 7 8 9 10 a", 0)]
    [InlineData("", 0)]
    public void Reciprocal_rank_counts_the_first_relevant_document_within_ten(string ranked, double expected) =>
        RankingMetrics.ReciprocalRankAt(10, ranked.Split(' '), Gains).ShouldBe(expected);

    [Fact]
    public void Ndcg_discounts_linear_gains_by_the_logarithm_of_the_rank()
    {
        // DCG = 1/log2(2) + 2/log2(4) = 2; ideal = 2/log2(2) + 1/log2(3) = 2.63093.
        RankingMetrics.NdcgAt(10, ["a", "x", "b"], Gains).ShouldBe(2 / (2 + (1 / Math.Log2(3))), 1e-12);
    }

    [Fact]
    public void Ndcg_ideal_holds_no_more_than_k_documents()
    {
        var many = Enumerable.Range(0, 20).ToDictionary(i => $"d{i}", _ => 1);

        RankingMetrics.NdcgAt(10, [.. many.Keys.Take(10)], many).ShouldBe(1, 1e-12);
    }

    [Property]
    public void Ndcg_of_the_best_order_is_one(int[] gains)
    {
        var judged = gains.Select((gain, i) => (Id: $"d{i}", Gain: 1 + Math.Abs(gain % 5))).ToDictionary(d => d.Id, d => d.Gain);

        var ideal = RankingMetrics.NdcgAt(10, [.. judged.OrderByDescending(d => d.Value).Select(d => d.Key)], judged);

        ideal.ShouldBe(judged.Count == 0 ? 0 : 1, 1e-9);
    }

    [Property]
    public void Every_figure_lies_between_0_and_1_and_recall_grows_with_k(byte[] ranked, byte[] relevant)
    {
        string[] ids = [.. ranked.Distinct().Select(b => $"{b}")];
        var gains = relevant.Distinct().ToDictionary(b => $"{b}", b => 1 + (b % 3));

        double[] recalls = [.. Depths.Select(k => RankingMetrics.RecallAt(k, ids, gains))];

        recalls.ShouldBe(recalls.Order());
        double[] all = [.. recalls, RankingMetrics.ReciprocalRankAt(10, ids, gains), RankingMetrics.NdcgAt(10, ids, gains)];
        all.ShouldAllBe(figure => figure >= 0 && figure <= 1 + 1e-9);
    }
}
