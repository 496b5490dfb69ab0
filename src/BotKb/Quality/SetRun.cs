using BotKb.Quality.Figures;
using BotKb.Quality.Metrics;
using BotKb.Quality.Sets;

namespace BotKb.Quality;

/// <summary>Collects what the questions of one data set found.</summary>
/// <param name="set">The data set's name.</param>
/// <param name="tag">The last word of its run lines.</param>
/// <param name="documents">How many documents compete.</param>
internal sealed class SetRun(string set, string tag, int documents)
{
    private readonly List<double> _milliseconds = [];
    private readonly List<RunLine> _lines = [];
    private readonly List<(double R1, double R5, double R10, double Mrr, double Ndcg)> _queries = [];

    /// <summary>The rankings, question by question.</summary>
    public IReadOnlyList<RunLine> Lines => _lines;

    /// <summary>Adds one question.</summary>
    public void Add(
        EvaluationQuery query, IReadOnlyDictionary<string, int> gains, IReadOnlyList<RankedDocument> ranked, double milliseconds)
    {
        var ids = ranked.Select(IdOf).ToList();
        _milliseconds.Add(milliseconds);
        _lines.AddRange(ranked.Select((document, i) => new RunLine(query.Id, ids[i], i + 1, document.Score, tag)));
        _queries.Add((
            RankingMetrics.RecallAt(1, ids, gains),
            RankingMetrics.RecallAt(5, ids, gains),
            RankingMetrics.RecallAt(10, ids, gains),
            RankingMetrics.ReciprocalRankAt(10, ids, gains),
            RankingMetrics.NdcgAt(10, ids, gains)));
    }

    /// <summary>The means of what was added.</summary>
    public RetrievalFigures ToFigures() => new(
        set,
        documents,
        _queries.Count,
        Mean(query => query.R1),
        Mean(query => query.R5),
        Mean(query => query.R10),
        Mean(query => query.Mrr),
        Mean(query => query.Ndcg),
        new Latency(Percentile.Of(_milliseconds, 50), Percentile.Of(_milliseconds, 95)));

    // The judgements name documents of their own set only: the same id in another set is another document.
    private string IdOf(RankedDocument document) =>
        document.File.Set == set ? document.File.Document.Id : $"{document.File.Set}/{document.File.Document.Id}";

    private double Mean(Func<(double R1, double R5, double R10, double Mrr, double Ndcg), double> figure) =>
        _queries.Count == 0 ? 0 : _queries.Average(figure);
}
