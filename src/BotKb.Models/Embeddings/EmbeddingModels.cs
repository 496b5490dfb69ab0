using System.Collections.Concurrent;
using BotKb.Retrieval.Dense;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BotKb.Models.Embeddings;

/// <inheritdoc cref="IEmbeddingModels"/>
internal sealed class EmbeddingModels : IEmbeddingModels
{
    private readonly ConcurrentDictionary<string, EmbeddingModel?> _reopened = new(StringComparer.Ordinal);
    private readonly IOptionsMonitor<ModelOptions> _models;
    private readonly ModelNames _names;
    private readonly TimeProvider _time;
    private readonly ILogger<EmbeddingModel> _logger;
    private readonly ModelOptions? _configured;

    /// <summary>Opens the model that the settings name, if they do.</summary>
    public EmbeddingModels(
        IOptions<RetrievalOptions> retrieval, IOptionsMonitor<ModelOptions> models, ModelNames names, TimeProvider time, ILogger<EmbeddingModel> logger)
    {
        (_models, _names, _time, _logger) = (models, names, time, logger);
        if (!string.IsNullOrWhiteSpace(retrieval.Value.EmbeddingModel))
        {
            var name = names.AsWritten(retrieval.Value.EmbeddingModel);
            _configured = models.Get(name);
            Configured = EmbeddingModel.Open(name, _configured, time, logger);
        }
    }

    /// <inheritdoc/>
    public IEmbeddingModel? Configured { get; }

    /// <inheritdoc/>
    public IEmbeddingModel? Reopen(string settings)
    {
        var model = _reopened.GetOrAdd(settings, Open);
        // The same vectors come from today's endpoint, which may have moved.
        return model is not null && model.Key == Configured?.Key ? Configured : model;
    }

    private EmbeddingModel? Open(string settings)
    {
        if (StoredModel.Read(settings) is not { } stored)
        {
            return null;
        }

        var options = stored.ToOptions();
        if (new ModelOptionsValidator().Validate(stored.Name, options).Failed)
        {
            return null;
        }

        if (Today(stored) is { } today)
        {
            (options.ApiKey, options.KeyHeader) = (today.ApiKey, today.KeyHeader);
            foreach (var (header, value) in today.ExtraHeaders)
            {
                options.ExtraHeaders.Add(header, value);
            }
        }

        return EmbeddingModel.Open(stored.Name, options, _time, _logger);
    }

    // Today's settings of the same endpoint: a key goes nowhere else than its own settings say.
    private ModelOptions? Today(StoredModel stored)
    {
        var same = _names.Find(stored.Name) is { } name ? _models.Get(name) : null;
        return IsAt(same, stored.Endpoint) ? same : IsAt(_configured, stored.Endpoint) ? _configured : null;
    }

    private static bool IsAt(ModelOptions? model, string endpoint) =>
        model is not null
        && Uri.Compare(new Uri(model.Endpoint), new Uri(endpoint), UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;
}
