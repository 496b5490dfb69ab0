namespace BotKb.Models.Embeddings;

/// <summary>Settings of the section <c>Retrieval</c>.</summary>
internal sealed class RetrievalOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Retrieval";

    /// <summary>The name below <c>Models</c> of the embedding model; without it the search is by words alone.</summary>
    public string? EmbeddingModel { get; set; }
}
