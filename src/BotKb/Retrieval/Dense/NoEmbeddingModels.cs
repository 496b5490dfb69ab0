namespace BotKb.Retrieval.Dense;

/// <summary>No embedding model: search is lexical.</summary>
internal sealed class NoEmbeddingModels : IEmbeddingModels
{
    public IEmbeddingModel? Configured => null;

    public IEmbeddingModel? Reopen(string settings) => null;
}
