#pragma warning disable OPENAI001 // The only constructor that leaves the headers to us.
using System.ClientModel.Primitives;
using BotKb.Answering;
using BotKb.Models.Embeddings;
using BotKb.Retrieval.Dense;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenAI;

namespace BotKb.Models;

/// <summary>Registers the language models of the settings.</summary>
public static class ModelServices
{
    /// <summary>
    /// Adds the options of every model below <c>Models</c>, validated when the host starts, and the model that <c>Answering:Model</c>
    /// names as <see cref="IChatClient"/>; without that name there is none. <see cref="IEmbeddingModels"/> has the model that
    /// <c>Retrieval:EmbeddingModel</c> names, if one is named.
    /// </summary>
    public static IServiceCollection AddModels(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddLogging();
        var names = configuration.GetSection(ModelOptions.Section).GetChildren().Select(section => section.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        services.AddSingleton<IValidateOptions<ModelOptions>, ModelOptionsValidator>();
        services.AddSingleton<IValidateOptions<AnsweringOptions>>(new KnownModel(names));
        foreach (var model in names)
        {
            services.AddOptions<ModelOptions>(model).Bind(configuration.GetSection(ModelOptions.Section).GetSection(model)).ValidateOnStart();
        }

        services.AddSingleton<IValidateOptions<RetrievalOptions>>(new KnownEmbeddingModel(names));
        services.AddOptions<RetrievalOptions>().Bind(configuration.GetSection(RetrievalOptions.Section)).ValidateOnStart();
        services.AddSingleton(new ModelNames(names));
        services.AddSingleton<IEmbeddingModels, EmbeddingModels>();
        var answering = configuration[$"{AnsweringOptions.Section}:{nameof(AnsweringOptions.Model)}"];
        if (string.IsNullOrWhiteSpace(answering))
        {
            return services;
        }

        var name = new ModelNames(names).AsWritten(answering);
        return services.AddSingleton(provider => Open(provider, name));
    }

    private static IChatClient Open(IServiceProvider provider, string name)
    {
        // A name that is not set up says so itself.
        _ = provider.GetRequiredService<IOptions<AnsweringOptions>>().Value;
        var options = provider.GetRequiredService<IOptionsMonitor<ModelOptions>>().Get(name);
        return Open(name, options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<ModelChatClient>>());
    }

    /// <summary>Opens a model; no call is made.</summary>
    internal static IChatClient Open(string name, ModelOptions options, TimeProvider time, ILogger<ModelChatClient> logger)
    {
        var settings = new OpenAIClientOptions
        {
            Endpoint = new Uri(options.Endpoint),
            NetworkTimeout = TimeSpan.FromSeconds(options.TimeoutSeconds + 1),
            RetryPolicy = new ClientRetryPolicy(0),
            Transport = ModelHttp.Open(),
        };
        settings.AddPolicy(new OnlyModelAnswers(), PipelinePosition.PerCall);
        var client = new OpenAIClient(new KeyPolicy(options), settings);
        return new ModelChatClient(name, options, client.GetChatClient(options.Model).AsIChatClient(), time, logger);
    }
}
