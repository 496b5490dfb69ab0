namespace BotKb.Retrieval.Dense;

/// <summary>Opens embedding models. Safe for concurrent use.</summary>
public interface IEmbeddingModels
{
    /// <summary>The model that the settings name; null where they name none, and search is lexical alone.</summary>
    IEmbeddingModel? Configured { get; }

    /// <summary>
    /// A model by what was stored of it, so that an index can still be searched while another one is built. It has the key of today's
    /// settings only where it calls the same scheme, host and port; secrets are never stored.
    /// </summary>
    /// <param name="settings">What <see cref="IEmbeddingModel.Settings"/> said.</param>
    /// <returns>The model; null where the settings cannot be understood any more.</returns>
    IEmbeddingModel? Reopen(string settings);
}
