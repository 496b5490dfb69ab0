namespace BotKb.Knowledge;

/// <summary>What became of one document.</summary>
/// <param name="Path">Path below its source.</param>
/// <param name="Status">One of <see cref="DocumentStatus"/>.</param>
/// <param name="Reason">Why it is not indexed; empty when it is.</param>
/// <param name="Chunks">How many passages it has.</param>
public sealed record DocumentState(string Path, string Status, string Reason, int Chunks);
