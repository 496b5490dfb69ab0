using System.Collections.Concurrent;
using System.Globalization;
using BotKb.Retrieval.Dense;

namespace BotKb.Benchmarks.Dense;

/// <summary>An embedding model that takes no time for a question: its vector is made before anybody asks.</summary>
internal sealed class GeneratedModel(int dimension) : IEmbeddingModel
{
    private readonly GeneratedVectors _vectors = new(dimension);
    private readonly ConcurrentDictionary<string, float[]> _questions = new(StringComparer.Ordinal);

    public string Name => "generated";

    public string Key => string.Create(CultureInfo.InvariantCulture, $"generated-{dimension}-{GeneratedVectors.InnerDimension}");

    public string Settings => "{}";

    /// <summary>The vector of a question.</summary>
    public float[] VectorOf(string question) => _questions.GetOrAdd(question, _vectors.Of);

    public Task<IReadOnlyList<EmbeddedPassage>> EmbedPassagesAsync(IReadOnlyList<string> passages, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<EmbeddedPassage>>(
            [.. passages.AsParallel().AsOrdered().Select(passage => new EmbeddedPassage(_vectors.Of(passage), ""))]);

    public Task<float[]> EmbedQuestionAsync(string question, CancellationToken cancellationToken) => Task.FromResult(VectorOf(question));
}
