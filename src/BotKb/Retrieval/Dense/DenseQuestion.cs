namespace BotKb.Retrieval.Dense;

/// <summary>A question as a vector, or why there is none.</summary>
/// <param name="Index">The index whose model embedded it; null where the search is lexical alone.</param>
/// <param name="Vector">Length 1; empty without an index.</param>
/// <param name="Failure">One sentence for the admin where a model is set but gave no vector; else null.</param>
internal sealed record DenseQuestion(CurrentDenseIndex? Index, float[] Vector, string? Failure)
{
    /// <summary>No model is set, or its index is not complete yet.</summary>
    public static DenseQuestion None { get; } = new(null, [], null);
}
