using System.Net;
using System.Net.Sockets;

namespace BotKb.Host.Serving;

/// <summary>Where the host listens.</summary>
internal static class ListenAddress
{
    private const string AnyFreePort = "http://127.0.0.1:0";

    /// <summary>
    /// What the command line or the settings say, taken or not; without either the usual port, or a free one where another program has that.
    /// </summary>
    public static string Choose(string? named, IConfiguration configuration)
    {
        var setting = configuration[$"{ServeOptions.Section}:{nameof(ServeOptions.Urls)}"];
        var usual = new ServeOptions().Urls;
        return named ?? (setting is not null ? setting : IsFree(new Uri(usual).Port) ? usual : AnyFreePort);
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
