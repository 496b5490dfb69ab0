using BotKb.Knowledge;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BotKb.Sources.Extraction;

/// <summary>Registers the reading of files.</summary>
public static class ExtractionRegistration
{
    /// <summary>Adds <see cref="IDocumentExtractor"/>, bounded by the section <c>Extraction</c> of the settings.</summary>
    public static IServiceCollection AddExtraction(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ExtractionOptions>()
            .Bind(configuration.GetSection(ExtractionOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ExtractionPool>();
        services.AddSingleton<IDocumentExtractor>(provider => provider.GetRequiredService<ExtractionPool>());
        return services;
    }
}
