using System.ClientModel.Primitives;

namespace BotKb.Models;

/// <summary>Opens connections to models.</summary>
internal static class ModelHttp
{
    /// <summary>
    /// A transport that follows no redirect, which would carry the key elsewhere, and calls no link-local address. Timeouts are the
    /// caller's own; an answer that nobody wants any more is not read to its end.
    /// </summary>
    /// <param name="mostBytes">The longest answer that is read into memory at once; null leaves that to the caller.</param>
    public static HttpClientPipelineTransport Open(long? mostBytes = null)
    {
        HttpMessageHandler handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectCallback = LinkLocal.ConnectAsync,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ResponseDrainTimeout = TimeSpan.Zero,
        };
        if (mostBytes is { } most)
        {
            handler = new BoundedAnswers(most) { InnerHandler = handler };
        }

        return new HttpClientPipelineTransport(new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan });
    }
}
