using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;

namespace BotKb.Models.Embeddings;

/// <summary>
/// The vectors of one endpoint, as it gives them: one request a call, no retry and no timeout. Fails with what the client throws, see
/// <see cref="ModelFailures"/>. Safe for concurrent use.
/// </summary>
internal sealed class EndpointEmbeddings : IEmbeddingGenerator<string, Embedding<float>>
{
    private const long MostBytes = 128 * 1024 * 1024;
    private readonly IEmbeddingProtocol _protocol;
    private readonly ModelOptions _options;
    private readonly Uri _address;
    private readonly HttpClientPipelineTransport _transport = ModelHttp.Open(MostBytes);
    private readonly ClientPipeline _pipeline;

    /// <summary>Opens the endpoint of valid settings; no call is made.</summary>
    public EndpointEmbeddings(IEmbeddingProtocol protocol, ModelOptions options)
    {
        _protocol = protocol;
        _options = options;
        _address = new Uri($"{options.Endpoint.TrimEnd('/')}/{protocol.Path}");
        var settings = new ClientPipelineOptions
        {
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            RetryPolicy = new ClientRetryPolicy(0),
            Transport = _transport,
        };
        _pipeline = ClientPipeline.Create(settings, [new OnlyModelAnswers()], [new KeyPolicy(options)], []);
    }

    /// <inheritdoc/>
    async Task<GeneratedEmbeddings<Embedding<float>>> IEmbeddingGenerator<string, Embedding<float>>.GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options, CancellationToken cancellationToken)
    {
        List<string> texts = [.. values];
        using var message = _pipeline.CreateMessage(_address, "POST");
        message.Apply(new RequestOptions { CancellationToken = cancellationToken });
        message.Request.Headers.Set("Content-Type", "application/json");
        message.Request.Headers.Set("Accept", "application/json");
        message.Request.Content = BinaryContent.Create(_protocol.Write(texts, _options.Model, options?.Dimensions ?? _options.Embedding.Dimensions));
        await _pipeline.SendAsync(message);
        var response = message.Response!;
        if (response.IsError)
        {
            throw await ClientResultException.CreateAsync(response);
        }

        return [.. _protocol.Read(response.Content.ToMemory().Span, texts.Count).Select(vector => new Embedding<float>(vector))];
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType == typeof(EmbeddingGeneratorMetadata)
            ? new EmbeddingGeneratorMetadata(_options.Embedding.Protocol, _address, _options.Model, _options.Embedding.Dimensions)
            : serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose() => _transport.Dispose();
}
