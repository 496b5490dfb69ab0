using Microsoft.Extensions.Options;

namespace BotKb.Models.Embeddings;

/// <summary>Refuses an embedding model that is not set up.</summary>
internal sealed class KnownEmbeddingModel(IReadOnlySet<string> names) : IValidateOptions<RetrievalOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, RetrievalOptions options) =>
        string.IsNullOrWhiteSpace(options.EmbeddingModel) || names.Contains(options.EmbeddingModel)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"Retrieval:EmbeddingModel names '{options.EmbeddingModel}', but there is no Models:{options.EmbeddingModel}; "
                + $"set Models:{options.EmbeddingModel}:Endpoint and Models:{options.EmbeddingModel}:Model.");
}
