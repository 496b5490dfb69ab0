namespace BotKb.Benchmarks.Fuzz;

/// <summary>How one target did.</summary>
/// <param name="Target">Its name.</param>
/// <param name="Seed">What the run began with.</param>
/// <param name="Inputs">How many inputs were read.</param>
/// <param name="Findings">A line for each kind of failure.</param>
/// <param name="Slowest">The most that one input took of the processor; that input is kept as a file.</param>
/// <param name="BytesBefore">Managed memory at half of the run.</param>
/// <param name="BytesAfter">Managed memory at the end.</param>
internal sealed record FuzzReport(
    string Target, int Seed, int Inputs, IReadOnlyList<string> Findings, TimeSpan Slowest, long BytesBefore, long BytesAfter);
