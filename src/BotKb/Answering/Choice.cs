using System.Runtime.InteropServices;

namespace BotKb.Answering;

/// <summary>A sentence that may be shown.</summary>
/// <param name="Candidate">The sentence.</param>
/// <param name="Probability">How probably it, rather than another sentence found, holds the answer.</param>
/// <param name="Room">The room it gets; less than its length cuts it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Choice(Candidate Candidate, double Probability, int Room);
