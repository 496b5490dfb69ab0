using BotKb.Answering;
using BotKb.Benchmarks.Scale;
using BotKb.Retrieval;
using BotKb.Retrieval.Dense;
using BotKb.Retrieval.Following;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace BotKb.Benchmarks.Dense;

/// <summary>
/// Search by meaning and by both for each reader, the bare SQL of the same plan beside them: each question is asked of all in turn, so
/// that what else the machine does is the same for each.
/// </summary>
internal sealed class DenseMeasurement(IServiceProvider services, GeneratedModel model, long kb, IReadOnlyList<string> questions)
{
    private const int Compared = 10;
    private const int Found = 30;
    private const int WarmUp = 20;

    private readonly Dictionary<(ScaleReader Reader, string Question), long[]> _truth = [];

    public async Task RunAsync(ScaleReader reader, int run, CancellationToken cancellationToken)
    {
        var index = await services.GetRequiredService<DenseIndexes>().CurrentAsync(cancellationToken)
            ?? throw new InvalidOperationException("There is no index of vectors; load it with --dense.");
        var view = await ViewAsync(reader, cancellationToken);
        await using var connection = await services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(cancellationToken);
        var sql = new BareDenseSql(connection, index.Table, view);
        await FindTruthAsync(sql, reader, cancellationToken);
        var walks = index.HasGraph && view.Index.CountVisible(view.Sources, view.Scopes, DenseSearch.MostExact + 1) > DenseSearch.MostExact;
        if (walks)
        {
            await sql.PrepareWalkAsync(DenseSearch.Breadth(index.Rows), cancellationToken);
        }

        var bare = new Contender("bare SQL", async (question, token) => walks
            ? await sql.WalkAsync(model.VectorOf(question), Found, token)
            : await sql.CompareAsync(model.VectorOf(question), Found, token));
        var dense = new Contender("dense search", (question, token) => DenseAsync(question, view, token));
        var followed = new Contender(
            "dense search with catch-up", async (question, token) => await DenseAsync(question, await ViewAsync(reader, token), token));
        var both = new Contender("words and meaning through the product", (question, token) => BothAsync(question, reader, token));
        await AskAsync(reader, [bare, dense, followed, both], cancellationToken);
        foreach (var contender in new[] { bare, dense, followed, both })
        {
            Report.Line($"run {run}, reader of {reader.Name}, {(walks ? "graph" : "all compared")}, {contender}");
        }

        Report.Line(
            $"run {run}, reader of {reader.Name}: p50 of dense search is {dense.Latency.P50 / bare.Latency.P50:F2} times the bare SQL's, "
            + $"with catch-up {followed.Latency.P50 / bare.Latency.P50:F2} times");
    }

    /// <summary>How hard the vectors are: pgvector as it comes, without a reader.</summary>
    public async Task HardnessAsync(CancellationToken cancellationToken)
    {
        var everything = ScaleReader.All[0];
        var index = await services.GetRequiredService<DenseIndexes>().CurrentAsync(cancellationToken);
        await using var connection = await services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(cancellationToken);
        var sql = new BareDenseSql(connection, index!.Table, await ViewAsync(everything, cancellationToken));
        await FindTruthAsync(sql, everything, cancellationToken);
        var plain = new Contender("pgvector as it comes (ef_search 40), no reader", async (question, token) =>
            await sql.PlainAsync(model.VectorOf(question), Compared, token));
        await AskAsync(everything, [plain], cancellationToken);
        Report.Line($"{plain}");
    }

    private Task<SearchView> ViewAsync(ScaleReader reader, CancellationToken cancellationToken) =>
        services.GetRequiredService<FollowIndex>().ViewAsync([kb], reader.Reader, cancellationToken);

    private async Task FindTruthAsync(BareDenseSql sql, ScaleReader reader, CancellationToken cancellationToken)
    {
        foreach (var question in questions.Where(question => !_truth.ContainsKey((reader, question))))
        {
            _truth[(reader, question)] = await sql.ExactAsync(model.VectorOf(question), Compared, cancellationToken);
        }
    }

    private async Task AskAsync(ScaleReader reader, Contender[] contenders, CancellationToken cancellationToken)
    {
        for (var i = -WarmUp; i < questions.Count; i++)
        {
            foreach (var contender in contenders)
            {
                await (i < 0
                    ? contender.WarmAsync(questions[^-i], cancellationToken)
                    : contender.RunAsync(questions[i], _truth[(reader, questions[i])], cancellationToken));
            }
        }
    }

    private async Task<long[]?> DenseAsync(string question, SearchView view, CancellationToken cancellationToken)
    {
        var embedded = await services.GetRequiredService<EmbedQuestion>().RunAsync(question, cancellationToken);
        var hits = await services.GetRequiredService<DenseSearch>().RunAsync(embedded, view, Found, cancellationToken);
        return [.. hits.Select(hit => hit.ChunkId)];
    }

    private async Task<long[]?> BothAsync(string question, ScaleReader reader, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<IPassageSearch>().SearchAsync(
            question, [kb], reader.Reader, AnswerQuestion.PassageCount, cancellationToken);
        return null;
    }
}
