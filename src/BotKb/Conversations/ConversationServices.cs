using BotKb.Quality;
using BotKb.Replies;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BotKb.Conversations;

/// <summary>Registers conversations and replies; channels add their <see cref="IChannelAdapter"/>s, the host runs the silo.</summary>
public static class ConversationServices
{
    /// <summary>Adds what accepts, answers, shows and keeps turns.</summary>
    public static IServiceCollection AddConversations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ConversationOptions>()
            .Bind(configuration.GetSection(ConversationOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<TurnStore>().AddSingleton<ReadableHistory>().AddSingleton<AnswerTurn>();
        services.AddSingleton<ReplyStreams>().AddSingleton<IRateBudget, RateBudget>().AddSingleton<LiveReplies>();
        services.AddSingleton<RateAnswer>();
        return services.AddSingleton<Inbox>().AddSingleton<ConversationCatalog>().AddSingleton<SweepConversations>();
    }
}
