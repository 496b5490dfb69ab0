namespace BotKb.Benchmarks.Fuzz;

/// <summary>A sound input to begin with, or a mutated one.</summary>
/// <param name="FileName">Its name, as far as a name matters.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record FuzzSeed(string FileName, byte[] Content);
