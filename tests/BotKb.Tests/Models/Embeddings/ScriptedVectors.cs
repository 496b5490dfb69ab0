using System.Collections.Concurrent;
using BotKb.Simulators.OpenAi;
using Microsoft.Extensions.AI;

namespace BotKb.Tests.Models.Embeddings;

/// <summary>Vectors without a server: of the words of each text, unless the script throws.</summary>
internal sealed class ScriptedVectors(Action<IReadOnlyList<string>> before) : IEmbeddingGenerator<string, Embedding<float>>
{
    public const int Dimensions = 64;
    private readonly ConcurrentQueue<IReadOnlyList<string>> _calls = new();

    /// <summary>The texts of each call.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Calls => [.. _calls];

    /// <summary>The vector that a text has.</summary>
    public static float[] Of(string text) => WordVectors.Of(text, Dimensions, 1);

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        List<string> texts = [.. values];
        _calls.Enqueue(texts);
        before(texts);
        return Task.FromResult<GeneratedEmbeddings<Embedding<float>>>([.. texts.Select(text => new Embedding<float>(Of(text)))]);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
        // Nothing is held.
    }
}
