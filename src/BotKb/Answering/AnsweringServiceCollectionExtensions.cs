using BotKb.Answering.FollowUps;
using BotKb.Answering.Prompts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BotKb.Answering;

/// <summary>Registers the answering of questions; the registration of an <see cref="Retrieval.IPassageSearch"/> is the caller's.</summary>
public static class AnsweringServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IAnswerEngine"/>, <see cref="AnswerQuestion"/> and their options, which are validated when the host starts. An
    /// <see cref="Microsoft.Extensions.AI.IChatClient"/>, where one is registered, writes the answers.
    /// </summary>
    public static IServiceCollection AddAnswering(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AnsweringOptions>()
            .Bind(configuration.GetSection(AnsweringOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        return services.AddLogging()
            .AddSingleton<AnswerQuestion>()
            .AddSingleton<RewriteQuestion>()
            .AddSingleton<WriteAnswerPrompt>()
            .AddSingleton<IAnswerEngine, AnswerEngine>();
    }
}
