using System.Diagnostics;
using BotKb.Answering;
using BotKb.Benchmarks.Corpus;
using BotKb.Benchmarks.Dense;
using BotKb.Host.Commands;
using BotKb.Retrieval;
using BotKb.Retrieval.Following;

namespace BotKb.Benchmarks.Scale;

/// <summary>What a host that has just started needs and does, over a corpus that is loaded.</summary>
internal static class ScaleHost
{
    private const int Questions = 600;
    private const int DenseQuestions = 200;
    private const int WarmUp = 60;
    private static readonly int[] Clients = [1, 4];

    public static async Task<int> RunAsync(string data, long kb, int runs, int dimension, CancellationToken cancellationToken)
    {
        var questions = DataSets.MixedQuestions(data, WarmUp + Questions);
        await using var session = await CommandSession.OpenAsync(cancellationToken);
        await WarmAsync(session, kb, questions[0], cancellationToken);
        for (var run = 1; run <= runs; run++)
        {
            foreach (var reader in ScaleReader.All)
            {
                await LexicalAsync(session, kb, reader, questions, run, cancellationToken);
            }
        }

        if (dimension > 0)
        {
            await DenseAsync(session, kb, questions, runs, dimension, cancellationToken);
        }

        await FoundAtOnce.RunAsync(session, kb, cancellationToken);
        return 0;
    }

    private static async Task DenseAsync(
        CommandSession session, long kb, IReadOnlyList<string> questions, int runs, int dimension, CancellationToken cancellationToken)
    {
        var model = new GeneratedModel(dimension);
        await using var services = new GeneratedModels(model).Open(session);
        var measurement = new DenseMeasurement(services, model, kb, [.. questions.Distinct(StringComparer.Ordinal).Take(DenseQuestions)]);
        await measurement.HardnessAsync(cancellationToken);
        for (var run = 1; run <= runs; run++)
        {
            foreach (var reader in ScaleReader.All)
            {
                await measurement.RunAsync(reader, run, cancellationToken);
            }
        }
    }

    private static async Task WarmAsync(CommandSession session, long kb, string question, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        await SearchAsync(session, kb, ScaleReader.All[0], question, cancellationToken);
        Report.Line($"warm after {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s (the first search of a new process)");
        var view = await session.Get<FollowIndex>().ViewAsync([kb], ScaleReader.All[0].Reader, cancellationToken);
        var peak = MegabytesOf("VmHWM");
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Report.Line(
            $"lexical cache {view.Index.EstimatedBytes / 1e6:F0} MB for {view.Index.ChunkCount} chunks; process: managed "
            + $"{GC.GetTotalMemory(true) / 1e6:F0} MB, working set {MegabytesOf("VmRSS"):F0} MB, at most {peak:F0} MB while it warmed");
    }

    private static async Task LexicalAsync(
        CommandSession session, long kb, ScaleReader reader, IReadOnlyList<string> questions, int run, CancellationToken cancellationToken)
    {
        foreach (var clients in Clients)
        {
            await Latency.MeasureAsync(questions.Take(WarmUp), clients, AskAsync, cancellationToken);
            var latency = await Latency.MeasureAsync(questions.Skip(WarmUp), clients, AskAsync, cancellationToken);
            Report.Line($"run {run}, lexical, reader of {reader.Name}, {clients} clients: {latency}");
        }

        Task AskAsync(string question, CancellationToken token) => SearchAsync(session, kb, reader, question, token);
    }

    private static Task<SearchResult> SearchAsync(
        CommandSession session, long kb, ScaleReader reader, string question, CancellationToken cancellationToken) =>
        session.Get<IPassageSearch>().SearchAsync(question, [kb], reader.Reader, AnswerQuestion.PassageCount, cancellationToken);

    private static double MegabytesOf(string name) =>
        double.Parse(File.ReadLines("/proc/self/status").First(line => line.StartsWith(name + ":", StringComparison.Ordinal))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1]) / 1000;
}
