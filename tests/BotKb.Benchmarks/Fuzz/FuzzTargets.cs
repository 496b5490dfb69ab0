namespace BotKb.Benchmarks.Fuzz;

/// <summary>Every parser of outside input.</summary>
internal static class FuzzTargets
{
    /// <summary>The sample documents beside the program.</summary>
    public static string Samples => Path.Combine(AppContext.BaseDirectory, "fuzz-samples");

    public static IReadOnlyList<FuzzTarget> All() => [.. FileTargets.All(Samples), .. WireTargets.All(), .. AnswerTargets.All(), .. ModelTargets.All(), .. EmbeddingTargets.All()];
}
