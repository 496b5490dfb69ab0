using BotKb.Answering;

namespace BotKb.Retrieval.Dense;

/// <summary>
/// One embedding model at one endpoint. Every vector that it gives has length 1 and no component that is not a number; what the endpoint
/// gives otherwise is a failure. Safe for concurrent use.
/// </summary>
public interface IEmbeddingModel
{
    /// <summary>What an admin knows it by: the name of its settings and the model's id.</summary>
    string Name { get; }

    /// <summary>
    /// Equal for two models exactly where their vectors can be compared: the model's id, its dimension setting, its prefixes and the way
    /// that long texts are cut. Not the endpoint, which may move.
    /// </summary>
    string Key { get; }

    /// <summary>JSON of what <see cref="IEmbeddingModels.Reopen"/> needs, without secrets.</summary>
    string Settings { get; }

    /// <summary>
    /// Embeds passages, in requests that the endpoint takes: by count and by tokens, halved where it refuses one as too large.
    /// </summary>
    /// <param name="passages">
    /// Any number of texts. With a failure the vectors that came before it are lost, so some hundreds are a good number.
    /// </param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>One result a passage, in order. A text that the endpoint refuses even alone and shortened has a reason and no vector.</returns>
    /// <exception cref="ModelException">
    /// The endpoint fails, also when it is asked again for a while, refuses every text, or gives something else than a vector for
    /// each.
    /// </exception>
    Task<IReadOnlyList<EmbeddedPassage>> EmbedPassagesAsync(IReadOnlyList<string> passages, CancellationToken cancellationToken);

    /// <summary>
    /// Embeds a question, within the settings' time for questions and in one attempt: a person waits. After a few failures in a row
    /// questions fail at once for some seconds.
    /// </summary>
    /// <exception cref="ModelException">The endpoint fails or is too slow; search goes on without it.</exception>
    Task<float[]> EmbedQuestionAsync(string question, CancellationToken cancellationToken);
}
