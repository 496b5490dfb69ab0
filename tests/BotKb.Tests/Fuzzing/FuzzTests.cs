using BotKb.Benchmarks.Fuzz;

namespace BotKb.Tests.Fuzzing;

/// <summary>Every parser of outside input keeps its promises on damaged input: the same inputs in each run, and some new ones.</summary>
public sealed class FuzzTests
{
    private const int FixedInputs = 200;
    private const int NewInputs = 100;

    private static readonly Dictionary<string, FuzzTarget> Targets = FuzzTargets.All().ToDictionary(target => target.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Targets.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Damaged_input_ends_as_promised(string target)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("botkb-fuzz-");
        foreach (var (seed, inputs) in new[] { (1, FixedInputs), (Random.Shared.Next(), NewInputs) })
        {
            var report = await new FuzzRun(Targets[target], seed, folder.FullName).RunAsync(inputs, Timeout.InfiniteTimeSpan, cancellationToken);
            report.Findings.ShouldBeEmpty($"seed {seed}");
        }

        folder.Delete(recursive: true);
    }
}
