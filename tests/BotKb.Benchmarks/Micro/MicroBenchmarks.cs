using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace BotKb.Benchmarks.Micro;

/// <summary>The hot pure parts under BenchmarkDotNet, in this process: one core, warmed up.</summary>
internal static class MicroBenchmarks
{
    /// <summary>Where the benchmarks find the data sets; they are made by BenchmarkDotNet, without arguments.</summary>
    public static string Data { get; private set; } = "";

    public static int Run(string data, string filter)
    {
        Data = data;
        var folder = Directory.CreateTempSubdirectory("botkb-benchmark-");
        try
        {
            var config = ManualConfig.Create(DefaultConfig.Instance)
                .AddJob(Job.ShortRun.WithIterationCount(5).WithToolchain(InProcessNoEmitToolchain.Instance))
                .AddColumn(StatisticColumn.OperationsPerSecond)
                .AddDiagnoser(MemoryDiagnoser.Default)
                .WithArtifactsPath(folder.FullName);
            var reports = BenchmarkSwitcher.FromAssembly(typeof(MicroBenchmarks).Assembly).Run(["--filter", filter], config);
            Report.Line("measured");
            return reports.Any(summary => summary.Reports.Any(report => !report.Success)) ? 1 : 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
