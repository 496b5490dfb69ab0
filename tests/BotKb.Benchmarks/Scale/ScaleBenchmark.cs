using System.Diagnostics;
using BotKb.Benchmarks.Corpus;
using BotKb.Benchmarks.Dense;
using BotKb.Host.Commands;
using BotKb.Knowledge;
using Npgsql;

namespace BotKb.Benchmarks.Scale;

/// <summary>Loads a corpus of a company's size, and has another process measure searching in it as a host that has just started.</summary>
internal static class ScaleBenchmark
{
    /// <summary>The command of that other process.</summary>
    public const string HostCommand = "scale-host";

    public static async Task<int> RunAsync(
        string data, int chunks, int runs, string? state, int dimension, CancellationToken cancellationToken)
    {
        await using var benchmark = await BenchmarkSession.OpenAsync(state, cancellationToken);
        var kb = await FindOrLoadAsync(benchmark.Session, data, chunks, cancellationToken);
        if (dimension > 0)
        {
            await FillVectors.RunAsync(benchmark.Session, dimension, cancellationToken);
        }

        Report.Line($"the database has {await MegabytesAsync(benchmark.Session, cancellationToken):F0} MB");
        using var host = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "BotKb.Benchmarks.dll"),
                HostCommand, "--data", data, "--kb", $"{kb}", "--runs", $"{runs}", "--dense", $"{dimension}",
            ]))!;
        await using var stop = cancellationToken.Register(host.Kill);
        await host.WaitForExitAsync(cancellationToken);
        return host.ExitCode;
    }

    private static async Task<long> FindOrLoadAsync(CommandSession session, string data, int chunks, CancellationToken cancellationToken)
    {
        var name = $"scale {chunks}";
        var catalog = session.Get<KnowledgeBaseCatalog>();
        if ((await catalog.ListAsync(cancellationToken)).FirstOrDefault(kb => kb.Name == name) is { } known)
        {
            if (await CountChunksAsync(session, known.Id, cancellationToken) == chunks)
            {
                Report.Line($"{chunks} chunks are loaded already");
                return known.Id;
            }

            await catalog.DeleteAsync(known.Id, cancellationToken);
        }

        var corpus = ChunkCorpus.Read(data);
        var start = Stopwatch.GetTimestamp();
        var id = await new ScaleLoader(session).LoadAsync(name, corpus, chunks, cancellationToken);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Report.Line(
            $"loaded {chunks} chunks ({Math.Min(corpus.RealCount, chunks)} real ones, the others mixed) in {seconds:F0} s: "
            + $"{chunks / seconds:F0} a second");
        return id;
    }

    private static async Task<long> CountChunksAsync(CommandSession session, long kb, CancellationToken cancellationToken)
    {
        await using var command = session.Get<NpgsqlDataSource>().CreateCommand(
            "select count(*) from chunk c join source s on s.id = c.source_id where s.knowledge_base_id = $1");
        command.Parameters.AddWithValue(kb);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task<double> MegabytesAsync(CommandSession session, CancellationToken cancellationToken)
    {
        await using var command = session.Get<NpgsqlDataSource>().CreateCommand("select pg_database_size(current_database())");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))! / 1e6;
    }
}
