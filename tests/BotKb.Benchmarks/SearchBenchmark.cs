using System.Diagnostics;
using BotKb.Access;
using BotKb.Answering;
using BotKb.Knowledge;
using BotKb.Quality;
using BotKb.Retrieval;
using BotKb.Retrieval.Dense;
using Npgsql;

namespace BotKb.Benchmarks;

/// <summary>Milliseconds of a search, and of a whole answer, at a given number of chunks, one client.</summary>
internal static class SearchBenchmark
{
    private const int Questions = 600;
    private const int WarmUp = 50;

    public static async Task<int> RunAsync(string data, int chunks, int runs, CancellationToken cancellationToken)
    {
        var mix = CorpusMix.Read(data);
        await using var benchmark = await BenchmarkSession.OpenAsync(cancellationToken);
        var session = benchmark.Session;
        await using var knowledge = new ThrowAwayKnowledge(
            session.Get<KnowledgeBaseCatalog>(), session.Get<SourceCatalog>(), session.Get<NpgsqlDataSource>(),
            session.Get<IDocumentExtractor>(), session.Get<TimeProvider>(),
        session.Get<IndexVectors>());
        var loading = Stopwatch.GetTimestamp();
        var kb = await knowledge.LoadAsync(new PassageSource(mix.TakePassages(chunks)), cancellationToken);
        Report.Line($"loaded {chunks} chunks in {Stopwatch.GetElapsedTime(loading).TotalSeconds:F1} s");
        var first = Stopwatch.GetTimestamp();
        await session.Get<IPassageSearch>().SearchAsync("first", [kb], Reader.Anonymous, 20, cancellationToken);
        Report.Line($"first search, filling the index: {Stopwatch.GetElapsedTime(first).TotalMilliseconds:F0} ms");
        for (var run = 1; run <= runs; run++)
        {
            var search = await MeasureAsync(mix, (question, token) => session.Get<IPassageSearch>().SearchAsync(question, [kb], Reader.Anonymous, AnswerQuestion.PassageCount, token), cancellationToken);
            Report.Line($"search at {chunks} chunks, run {run}: p50 {search.P50:F2} ms, p95 {search.P95:F2} ms");
            var answer = await MeasureAsync(mix, (question, token) => session.Get<AnswerQuestion>().AskAsync(question, [kb], Reader.Anonymous, token), cancellationToken);
            Report.Line($"answer at {chunks} chunks, run {run}: p50 {answer.P50:F2} ms, p95 {answer.P95:F2} ms");
        }

        return 0;
    }

    private static async Task<(double P50, double P95)> MeasureAsync(
        CorpusMix mix, Func<string, CancellationToken, Task> ask, CancellationToken cancellationToken)
    {
        foreach (var question in mix.Questions.Take(WarmUp))
        {
            await ask(question, cancellationToken);
        }

        var times = new List<double>();
        foreach (var question in mix.Questions.Skip(WarmUp).Take(Questions))
        {
            var start = Stopwatch.GetTimestamp();
            await ask(question, cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        return (times[times.Count / 2], times[times.Count * 95 / 100]);
    }
}
