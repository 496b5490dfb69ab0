using System.Net;
using System.Net.Sockets;
using Orleans.Configuration;

namespace BotKb.Host.Serving;

/// <summary>Runs the grains within this host: a cluster of one, on loopback, on a free port.</summary>
internal static class ConversationSilo
{
    public static IHostApplicationBuilder UseConversationSilo(this IHostApplicationBuilder builder)
    {
        builder.Logging.AddFilter("Orleans", LogLevel.Error);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(siloPort: FreePort(), gatewayPort: 0, clusterId: "botkb", serviceId: "botkb");
            silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(30));
        });
        return builder;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
