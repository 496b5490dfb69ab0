namespace BotKb.Retrieval.Dense;

/// <summary>How far the vectors of one embedding model are.</summary>
/// <param name="Model">What the settings call the model.</param>
/// <param name="State">One of <see cref="DenseIndexState"/>.</param>
/// <param name="Chunks">All chunks there are.</param>
/// <param name="Vectors">Those that have a vector.</param>
/// <param name="Refused">Those whose text the model refuses; they are found by their words.</param>
/// <param name="Failure">Why it does not get on; null where nothing is wrong.</param>
public sealed record VectorIndexState(string Model, string State, long Chunks, long Vectors, long Refused, string? Failure);
