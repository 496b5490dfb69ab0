namespace BotKb.Retrieval.Dense;

/// <summary>What a search by meaning found.</summary>
/// <param name="Hits">Nearest first.</param>
/// <param name="Failure">One sentence for the admin where words alone were searched although a model is set; else null.</param>
internal sealed record NearestChunks(IReadOnlyList<DenseHit> Hits, string? Failure);
