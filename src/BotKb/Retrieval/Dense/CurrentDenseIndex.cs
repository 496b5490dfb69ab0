namespace BotKb.Retrieval.Dense;

/// <summary>The index that is searched now.</summary>
/// <param name="Table">Where its vectors are.</param>
/// <param name="Model">What a question has to be embedded with.</param>
/// <param name="HasGraph">False while it is small, or its graph is being built.</param>
/// <param name="Rows">About how many vectors it has.</param>
internal sealed record CurrentDenseIndex(DenseTable Table, IEmbeddingModel Model, bool HasGraph, long Rows);
