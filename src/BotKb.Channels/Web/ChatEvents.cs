using System.Collections.Immutable;
using System.Text.Json;
using BotKb.Access;
using BotKb.Knowledge.Reading;
using BotKb.Replies;
using Microsoft.AspNetCore.Http;

namespace BotKb.Channels.Web;

/// <summary>A conversation's replies as server-sent events, to one reader, until the connection closes.</summary>
internal sealed class ChatEvents(LiveReplies live, DocumentReading documents, TimeProvider time)
{
    // Well within what proxies wait for.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>Writes until cancelled.</summary>
    public async Task WriteAsync(HttpResponse response, long conversationId, Reader reader, CancellationToken cancellationToken)
    {
        response.ContentType = "text/event-stream";
        response.Headers["X-Accel-Buffering"] = "no";
        await WriteAsync(response, ": open\n\n", cancellationToken);
        using var closing = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var seen = new HashSet<long>();
        var replies = live.WatchAsync(conversationId, closing.Token).GetAsyncEnumerator(closing.Token);
        var next = replies.MoveNextAsync().AsTask();
        try
        {
            while (await NextAsync(response, next, cancellationToken))
            {
                var reply = replies.Current;
                var shown = await MayReadAsync(reply.Body, reader, seen, cancellationToken)
                    ? new ChatEvent(reply.TurnId, reply.Version, reply.Body, false)
                    : new ChatEvent(reply.TurnId, reply.Version, new ReplyBody("", ImmutableArray<ReplyCitation>.Empty, null, reply.Body.State), true);
                await WriteAsync(response, $"data: {JsonSerializer.Serialize(shown, ChatJson.Options)}\n\n", cancellationToken);
                next = replies.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            // An enumerator is not disposed of while it moves.
            await closing.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await replies.DisposeAsync();
        }
    }

    // A comment now and then tells both ends that the connection lives.
    private async Task<bool> NextAsync(HttpResponse response, Task<bool> next, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await next.WaitAsync(Heartbeat, time, cancellationToken);
            }
            catch (TimeoutException) when (!next.IsCompleted)
            {
                await WriteAsync(response, ": \n\n", cancellationToken);
            }
        }
    }

    // What is kept for the screens may be older than the reader's rights.
    private async Task<bool> MayReadAsync(ReplyBody body, Reader reader, HashSet<long> seen, CancellationToken cancellationToken)
    {
        var unknown = body.Citations.Select(citation => citation.DocumentId).Where(document => !seen.Contains(document)).Distinct().ToList();
        seen.UnionWith(await documents.FilterReadableAsync(unknown, reader, cancellationToken));
        return unknown.TrueForAll(seen.Contains);
    }

    private static async Task WriteAsync(HttpResponse response, string text, CancellationToken cancellationToken)
    {
        await response.WriteAsync(text, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }

    private sealed record ChatEvent(long Turn, long Version, ReplyBody Reply, bool IsWithheld);
}
