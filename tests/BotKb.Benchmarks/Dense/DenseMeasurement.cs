using BotKb.Answering;
using BotKb.Benchmarks.Scale;
using BotKb.Retrieval;
using BotKb.Retrieval.Dense;
using BotKb.Retrieval.Following;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace BotKb.Benchmarks.Dense;

/// <summary>
/// Search by meaning and by both for each reader, the bare SQL of the same plan beside them: they take turns, so that what
/// else the machine does is the same for each.
/// </summary>
internal sealed class DenseMeasurement(IServiceProvider services, GeneratedModel model, long kb, IReadOnlyList<string> questions)
{
    private const int Compared = 10;
    private const int Found = 30;
    private const int WarmUp = 20;
    private static readonly int[] Breadths = [40, 100, 150, 200, 400];

    private readonly Dictionary<(ScaleReader Reader, string Question), long[]> _truth = [];

    public async Task RunAsync(ScaleReader reader, int run, CancellationToken cancellationToken)
    {
        var index = await CurrentAsync(cancellationToken);
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

    /// <summary>How hard the vectors are: plain walks of growing breadth, the first one pgvector's own.</summary>
    public async Task HardnessAsync(CancellationToken cancellationToken)
    {
        var everything = ScaleReader.All[0];
        var index = await CurrentAsync(cancellationToken);
        await using var connection = await services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(cancellationToken);
        var sql = new BareDenseSql(connection, index.Table, await ViewAsync(everything, cancellationToken));
        await FindTruthAsync(sql, everything, cancellationToken);
        foreach (var breadth in Breadths)
        {
            await sql.SetBreadthAsync(breadth, cancellationToken);
            var plain = new Contender($"{index.Rows} vectors, plain SQL at ef_search {breadth}, no reader", async (question, token) =>
                await sql.PlainAsync(model.VectorOf(question), Compared, token));
            await AskAsync(everything, [plain], cancellationToken);
            Report.Line($"{plain}");
        }
    }

    private async Task<CurrentDenseIndex> CurrentAsync(CancellationToken cancellationToken) =>
        await services.GetRequiredService<DenseIndexes>().CurrentAsync(cancellationToken)
        ?? throw new InvalidOperationException("There is no index of vectors; load it with --dense.");

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
        for (var i = 0; i < WarmUp; i++)
        {
            foreach (var contender in contenders)
            {
                await contender.WarmAsync(questions[i], cancellationToken);
            }
        }

        // None asks what another one has just asked: the pages that a question touches would be in memory for it.
        for (var i = 0; i < questions.Count; i++)
        {
            for (var turn = 0; turn < contenders.Length; turn++)
            {
                var question = questions[(i + (turn * questions.Count / contenders.Length)) % questions.Count];
                await contenders[turn].RunAsync(question, _truth[(reader, question)], cancellationToken);
            }
        }
    }

    private async Task<long[]?> DenseAsync(string question, SearchView view, CancellationToken cancellationToken)
    {
        var embedded = await services.GetRequiredService<EmbedQuestion>().RunAsync(question, cancellationToken);
        var hits = await services.GetRequiredService<DenseSearch>().RunAsync(embedded, view, Found, cancellationToken);
        return [.. hits.Hits.Select(hit => hit.ChunkId)];
    }

    private async Task<long[]?> BothAsync(string question, ScaleReader reader, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<IPassageSearch>().SearchAsync(
            question, [kb], reader.Reader, AnswerQuestion.PassageCount, cancellationToken);
        return null;
    }
}
