using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BotKb.Answering;

/// <summary>Registers the answering of questions; the registration of an <see cref="Retrieval.IPassageSearch"/> is the caller's.</summary>
public static class AnsweringServiceCollectionExtensions
{
    /// <summary>Adds <see cref="AnswerQuestion"/> and its options, which are validated when the host starts.</summary>
    public static IServiceCollection AddAnswering(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AnsweringOptions>()
            .Bind(configuration.GetSection(AnsweringOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services.AddSingleton<AnswerQuestion>();
    }
}
