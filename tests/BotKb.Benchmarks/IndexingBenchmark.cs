using System.Diagnostics;
using BotKb.Access;
using BotKb.Host.Commands;
using BotKb.Knowledge;
using BotKb.Knowledge.Sync;
using BotKb.Retrieval;

namespace BotKb.Benchmarks;

/// <summary>Documents a second from files on disk to answers, extraction in its worker processes and commits durable.</summary>
internal static class IndexingBenchmark
{
    public static async Task<int> RunAsync(string data, int files, int bytes, int runs, CancellationToken cancellationToken)
    {
        var mix = CorpusMix.Read(data);
        await using var benchmark = await BenchmarkSession.OpenAsync(cancellationToken);
        for (var run = 1; run <= runs; run++)
        {
            var folder = Path.Combine(benchmark.Folder, $"files{run}");
            WriteFiles(mix, folder, files, bytes);
            var seconds = await IndexAsync(benchmark.Session, folder, files, cancellationToken);
            Report.Line($"indexing {files} text files of {bytes} bytes, run {run}: {files / seconds:F0} a second ({seconds:F2} s)");
        }

        return 0;
    }

    private static void WriteFiles(CorpusMix mix, string folder, int files, int bytes)
    {
        Directory.CreateDirectory(folder);
        for (var i = 0; i < files; i++)
        {
            File.WriteAllText(Path.Combine(folder, $"{i:D5}.txt"), $"FILE-{i:D5}\n\n{mix.TakeText(bytes)}");
        }
    }

    private static async Task<double> IndexAsync(CommandSession session, string folder, int files, CancellationToken cancellationToken)
    {
        var kb = await session.Get<KnowledgeBaseCatalog>().CreateAsync(Path.GetFileName(folder), cancellationToken);
        var start = Stopwatch.GetTimestamp();
        var added = await session.Get<IFolderSources>().AddAsync(kb.Id, folder, null, [], cancellationToken);
        var outcome = await session.Get<SyncSource>().RunAsync(added.SourceId, null, cancellationToken);
        var last = await session.Get<IPassageSearch>().SearchAsync($"FILE-{files - 1:D5}", [kb.Id], Reader.Anonymous, 1, cancellationToken);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return outcome.Indexed == files && last.Passages is [{ Path: var path }] && path == $"{files - 1:D5}.txt"
            ? seconds
            : throw new InvalidOperationException($"Only {outcome.Indexed} of {files} were indexed, or the last one was not found.");
    }
}
