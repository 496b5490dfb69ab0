using System.Text.Json;
using BotKb.Retrieval.Dense;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace BotKb.Models.Embeddings;

/// <inheritdoc cref="IEmbeddingModel"/>
internal sealed class EmbeddingModel : IEmbeddingModel
{
    private readonly string _name;
    private readonly EmbeddingOptions _options;
    private readonly EmbeddingCalls _calls;
    private readonly BatchLimit _limit;
    private readonly int _batchTokens;

    /// <summary>A model of valid settings; no call is made.</summary>
    public EmbeddingModel(
        string name, ModelOptions model, IEmbeddingGenerator<string, Embedding<float>> generator, TimeProvider time, ILogger<EmbeddingModel> logger)
    {
        var protocol = EmbeddingProtocols.Find(model.Embedding.Protocol)!;
        _name = name;
        _options = model.Embedding;
        _calls = new EmbeddingCalls(name, _options, generator, time, logger);
        _limit = new BatchLimit(_options.BatchTexts ?? protocol.BatchTexts);
        _batchTokens = _options.BatchTokens ?? protocol.BatchTokens;
        Key = JsonSerializer.Serialize(
            new object?[] { model.Model, _options.Dimensions, _options.QuestionPrefix, _options.PassagePrefix, _options.MaxTokens });
        Settings = StoredModel.Write(name, model);
        Name = $"{name} ({model.Model})";
    }

    /// <summary>Opens the endpoint of valid settings; no call is made.</summary>
    public static EmbeddingModel Open(string name, ModelOptions model, TimeProvider time, ILogger<EmbeddingModel> logger) =>
        new(name, model, new EndpointEmbeddings(EmbeddingProtocols.Find(model.Embedding.Protocol)!, model), time, logger);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Key { get; }

    /// <inheritdoc/>
    public string Settings { get; }

    /// <inheritdoc/>
    public Task<IReadOnlyList<EmbeddedPassage>> EmbedPassagesAsync(IReadOnlyList<string> passages, CancellationToken cancellationToken) =>
        new PassageRun(_name, _options, _batchTokens, _calls, _limit).EmbedAsync(passages, cancellationToken);

    /// <inheritdoc/>
    public Task<float[]> EmbedQuestionAsync(string question, CancellationToken cancellationToken) =>
        _calls.OnceAsync(PassageText.Of(_options.QuestionPrefix, question, _options.MaxTokens), cancellationToken);
}
