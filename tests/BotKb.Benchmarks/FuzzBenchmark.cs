using System.Globalization;
using BotKb.Benchmarks.Fuzz;

namespace BotKb.Benchmarks;

/// <summary>Fuzzes every parser of outside input, or one, for some minutes each.</summary>
internal static class FuzzBenchmark
{
    /// <returns>1 where something was found.</returns>
    public static async Task<int> RunAsync(string? name, double minutes, int? seed, CancellationToken cancellationToken)
    {
        var targets = FuzzTargets.All().Where(target => name is null || target.Name == name).ToList();
        if (targets.Count == 0)
        {
            Report.Line($"No target is called '{name}'. There are: {string.Join(", ", FuzzTargets.All().Select(target => target.Name))}");
            return 1;
        }

        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "botkb-fuzz")).FullName;
        var found = 0;
        foreach (var target in targets)
        {
            var report = await new FuzzRun(target, seed ?? Random.Shared.Next(), folder)
                .RunAsync(int.MaxValue, TimeSpan.FromMinutes(minutes), cancellationToken);
            found += report.Findings.Count;
            Report.Line(string.Create(
                CultureInfo.InvariantCulture,
                $"fuzz {report.Target}, seed {report.Seed}: {report.Inputs} inputs, {report.Findings.Count} findings, slowest {report.Slowest.TotalMilliseconds:F0} ms, "
                + $"managed memory {report.BytesBefore / 1024} KiB at half of the run, {report.BytesAfter / 1024} KiB at the end"));
            foreach (var finding in report.Findings)
            {
                Report.Line($"  {finding}");
            }
        }

        return found > 0 ? 1 : 0;
    }
}
