namespace BotKb.Benchmarks.Fuzz;

/// <summary>One parser of outside input.</summary>
/// <param name="Name">What the command line and the findings call it.</param>
/// <param name="Seeds">Sound inputs.</param>
/// <param name="RunAsync">Reads one input; throws only where the parser breaks a promise.</param>
internal sealed record FuzzTarget(string Name, IReadOnlyList<FuzzSeed> Seeds, Func<FuzzSeed, Task> RunAsync)
{
    public static FuzzTarget Of(string name, IReadOnlyList<FuzzSeed> seeds, Action<FuzzSeed> run) => new(name, seeds, seed =>
    {
        run(seed);
        return Task.CompletedTask;
    });
}
