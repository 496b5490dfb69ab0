namespace BotKb.Retrieval.Dense;

/// <summary>What became of a passage: a vector, or a reason.</summary>
/// <param name="Vector">Length 1; null where the endpoint refuses the text.</param>
/// <param name="Reason">One sentence for the admin; empty with a vector.</param>
public sealed record EmbeddedPassage(float[]? Vector, string Reason);
