using System.Diagnostics;
using BotKb.Answering;
using BotKb.Benchmarks.Corpus;
using BotKb.Benchmarks.Files;
using BotKb.Benchmarks.Scale;
using BotKb.Host.Commands;
using BotKb.Knowledge;
using BotKb.Knowledge.Sync;

namespace BotKb.Benchmarks.Busy;

/// <summary>How long people wait for answers while thousands of files are indexed beside them.</summary>
internal static class BusyBenchmark
{
    private const int KnownChunks = 10_000;
    private const int Questions = 600;
    private const double PerSecond = 5;
    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(60);

    public static async Task<int> RunAsync(string data, int files, CancellationToken cancellationToken)
    {
        var questions = DataSets.MixedQuestions(data, Questions);
        var corpus = ChunkCorpus.Read(data);
        await using var benchmark = await BenchmarkSession.OpenAsync(cancellationToken);
        var session = benchmark.Session;
        var folder = Path.Combine(benchmark.Folder, "files");
        MixedFiles.Write(folder, files, corpus);
        var kb = await new ScaleLoader(session).LoadAsync("known", corpus, KnownChunks, cancellationToken);
        Report.Line($"{KnownChunks} chunks are known; {files} files of {FolderBytes(folder) / files / 1000.0:F1} kB on average are not yet");
        await IdleAsync("warm-up", session, kb, questions, cancellationToken);
        var before = await IdleAsync("idle before", session, kb, questions, cancellationToken);
        var busy = await WhileIndexingAsync(session, kb, folder, questions, cancellationToken);
        var after = await IdleAsync("idle after", session, kb, questions, cancellationToken);
        Report.Line($"busy p95 is {busy.P95 / before.P95:F2} times the idle one before, {busy.P95 / after.P95:F2} times the one after");
        return 0;
    }

    private static long FolderBytes(string folder) =>
        new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    private static async Task<Latency> IdleAsync(
        string what, CommandSession session, long kb, IReadOnlyList<string> questions, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var latency = await AskAsync(session, kb, questions, () => Stopwatch.GetElapsedTime(start) < IdleTime, cancellationToken);
        Report.Line($"{what}: {latency}");
        return latency;
    }

    private static async Task<Latency> WhileIndexingAsync(
        CommandSession session, long kb, string folder, IReadOnlyList<string> questions, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var indexing = Task.Run(
            async () =>
            {
                var added = await session.Get<IFolderSources>().AddAsync(kb, folder, null, [], cancellationToken);
                return await session.Get<SyncSource>().RunAsync(added.SourceId, null, cancellationToken);
            },
            cancellationToken);
        var latency = await AskAsync(session, kb, questions, () => !indexing.IsCompleted, cancellationToken);
        var outcome = await indexing;
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Report.Line($"busy: {latency}; meanwhile {outcome.Indexed} files were indexed, {outcome.Indexed / seconds:F0} a second");
        return latency;
    }

    private static Task<Latency> AskAsync(
        CommandSession session, long kb, IReadOnlyList<string> questions, Func<bool> goesOn, CancellationToken cancellationToken) =>
        Latency.AtRateAsync(
            questions, PerSecond, goesOn,
            (question, token) => session.Get<AnswerQuestion>().AskAsync(question, [kb], ScaleReader.All[0].Reader, token), cancellationToken);
}
