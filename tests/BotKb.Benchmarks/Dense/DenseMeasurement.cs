using System.Collections.Concurrent;
using BotKb.Answering;
using BotKb.Benchmarks.Scale;
using BotKb.Host.Commands;
using BotKb.Retrieval;
using BotKb.Retrieval.Dense;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace BotKb.Benchmarks.Dense;

/// <summary>
/// Search by meaning and by both for each reader: recall against the truth and times from the same questions, the bare SQL of the same
/// plan beside them.
/// </summary>
internal sealed class DenseMeasurement(CommandSession session, IServiceProvider services, GeneratedModel model, long kb, IReadOnlyList<string> questions)
{
    private const int Compared = 10;
    private const int Found = 30;
    private const int WarmUp = 20;

    private readonly ConcurrentDictionary<(string Reader, string Question), long[]> _truth = new();

    public async Task RunAsync(ScaleReader reader, int run, CancellationToken cancellationToken)
    {
        var index = await services.GetRequiredService<DenseIndexes>().CurrentAsync(cancellationToken)
            ?? throw new InvalidOperationException("There is no index of vectors; load it with --dense.");
        var view = await ViewAsync(reader, cancellationToken);
        await using var connection = await session.Get<NpgsqlDataSource>().OpenConnectionAsync(cancellationToken);
        var bare = new BareDenseSql(connection, index.Table, view);
        await FindTruthAsync(bare, reader, cancellationToken);
        var walks = index.HasGraph && view.Index.CountVisible(view.Sources, view.Scopes, DenseSearch.MostExact + 1) > DenseSearch.MostExact;
        var what = $"run {run}, reader of {reader.Name}, {(walks ? "graph" : "all compared")}";
        var sql = await BareAsync(bare, reader, index, walks, what, cancellationToken);
        var dense = await ProductAsync(reader, what, cancellationToken);
        Report.Line($"{what}: dense p50 is {dense.P50 / sql.P50:F2} times the bare SQL");
        var search = services.GetRequiredService<IPassageSearch>();
        var hybrid = await MeasureAsync(
            (question, token) => search.SearchAsync(question, [kb], reader.Reader, AnswerQuestion.PassageCount, token), cancellationToken);
        Report.Line($"{what}, words and meaning through the product: {hybrid}");
    }

    private Task<SearchView> ViewAsync(ScaleReader reader, CancellationToken cancellationToken) =>
        services.GetRequiredService<FollowIndex>().ViewAsync([kb], reader.Reader, cancellationToken);

    private async Task FindTruthAsync(BareDenseSql bare, ScaleReader reader, CancellationToken cancellationToken)
    {
        foreach (var question in questions.Where(question => !_truth.ContainsKey((reader.Name, question))))
        {
            _truth[(reader.Name, question)] = await bare.ExactAsync(model.VectorOf(question), Compared, cancellationToken);
        }
    }

    private async Task<Latency> BareAsync(
        BareDenseSql bare, ScaleReader reader, CurrentDenseIndex index, bool walks, string what, CancellationToken cancellationToken)
    {
        if (!walks)
        {
            return await WithRecallAsync($"{what}, bare SQL", reader, (question, token) => bare.CompareAsync(model.VectorOf(question), Found, token), cancellationToken);
        }

        if (reader.Visible == ScaleReader.Scopes)
        {
            await WithRecallAsync(
                $"{what}, pgvector as it comes, the measure of how hard the vectors are", reader,
                (question, token) => bare.PlainAsync(model.VectorOf(question), Compared, token), cancellationToken);
        }

        await bare.PrepareWalkAsync(DenseSearch.Breadth(index.Rows), cancellationToken);
        var latency = await WithRecallAsync(
            $"{what}, bare SQL", reader, (question, token) => bare.WalkAsync(model.VectorOf(question), Found, token), cancellationToken);
        await bare.EndWalkAsync(cancellationToken);
        return latency;
    }

    private Task<Latency> ProductAsync(ScaleReader reader, string what, CancellationToken cancellationToken)
    {
        var embed = services.GetRequiredService<EmbedQuestion>();
        var dense = services.GetRequiredService<DenseSearch>();
        return WithRecallAsync($"{what}, dense through the product with its catch-up", reader, AskAsync, cancellationToken);

        async Task<long[]> AskAsync(string question, CancellationToken token)
        {
            var view = await ViewAsync(reader, token);
            var hits = await dense.RunAsync(await embed.RunAsync(question, token), view, Found, token);
            return [.. hits.Select(hit => hit.ChunkId)];
        }
    }

    private async Task<Latency> WithRecallAsync(
        string what, ScaleReader reader, Func<string, CancellationToken, Task<long[]>> ask, CancellationToken cancellationToken)
    {
        var recalls = new ConcurrentDictionary<string, double>(StringComparer.Ordinal);
        var latency = await MeasureAsync(
            async (question, token) =>
            {
                var truth = _truth[(reader.Name, question)];
                var hits = await ask(question, token);
                recalls[question] = hits.Take(Compared).Intersect(truth).Count() / (double)truth.Length;
            },
            cancellationToken);
        Report.Line($"{what}: recall@{Compared} {recalls.Values.Average():F4}, {latency}");
        return latency;
    }

    private async Task<Latency> MeasureAsync(Func<string, CancellationToken, Task> ask, CancellationToken cancellationToken)
    {
        await Latency.MeasureAsync(questions.Take(WarmUp), 1, ask, cancellationToken);
        return await Latency.MeasureAsync(questions, 1, ask, cancellationToken);
    }
}
