using BotKb.Replies;
using Microsoft.Extensions.DependencyInjection;

namespace BotKb.Channels.Web;

/// <summary>Registers the web chat as a channel.</summary>
public static class WebChannelServices
{
    /// <summary>Adds the channel's adapter.</summary>
    public static IServiceCollection AddWebChannel(this IServiceCollection services) =>
        services.AddSingleton<IChannelAdapter, WebChannel>();
}
