using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace BotKb.Replies;

/// <summary>Shows growing replies on screens of BotKb's own. Safe for concurrent use.</summary>
public sealed class LiveReplies(IGrainFactory grains, TimeProvider time)
{
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(30);

    /// <summary>Tells every screen that watches the conversation.</summary>
    public Task PublishAsync(long conversationId, long turnId, ReplyBody body, CancellationToken cancellationToken) =>
        Of(conversationId).PublishAsync(turnId, body).WaitAsync(cancellationToken);

    /// <summary>
    /// Yields the conversation's replies of this moment, then each change, until it is cancelled. A reply may be skipped when a newer one
    /// of the same turn is there already; the last one never is.
    /// </summary>
    public async IAsyncEnumerable<LiveReply> WatchAsync(long conversationId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var screen = new Screen();
        var observer = grains.CreateObjectReference<ILiveReplyObserver>(screen);
        var grain = Of(conversationId);
        await using var renewal = time.CreateTimer(_ => Renew(grain, observer, screen), null, Renewal, Renewal);
        try
        {
            screen.Show(await grain.WatchAsync(observer));
            await foreach (var reply in screen.ReadAllAsync(cancellationToken))
            {
                yield return reply;
            }
        }
        finally
        {
            grain.UnwatchAsync(observer).Ignore();
            grains.DeleteObjectReference<ILiveReplyObserver>(observer);
        }
    }

    private ILiveRepliesGrain Of(long conversationId) => grains.GetGrain<ILiveRepliesGrain>(conversationId);

    // The grain may have moved: what was missed meanwhile comes with the renewal.
    private static void Renew(ILiveRepliesGrain grain, ILiveReplyObserver observer, Screen screen) => RenewAsync(grain, observer, screen).Ignore();

    private static async Task RenewAsync(ILiveRepliesGrain grain, ILiveReplyObserver observer, Screen screen) =>
        screen.Show(await grain.WatchAsync(observer));

    /// <summary>Keeps the newest reply of each turn until it is read.</summary>
    private sealed class Screen : ILiveReplyObserver
    {
        private readonly Channel<bool> _changed = Channel.CreateBounded<bool>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

        private readonly Lock _lock = new();
        private readonly Dictionary<long, LiveReply> _waiting = [];
        private readonly Dictionary<long, long> _versions = [];

        public Task ShowAsync(LiveReply reply)
        {
            Show([reply]);
            return Task.CompletedTask;
        }

        public void Show(IReadOnlyList<LiveReply> replies)
        {
            lock (_lock)
            {
                foreach (var reply in replies.Where(reply => reply.Version > _versions.GetValueOrDefault(reply.TurnId)))
                {
                    _waiting[reply.TurnId] = reply;
                    _versions[reply.TurnId] = reply.Version;
                }
            }

            _changed.Writer.TryWrite(true);
        }

        public async IAsyncEnumerable<LiveReply> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (var _ in _changed.Reader.ReadAllAsync(cancellationToken))
            {
                foreach (var reply in Take())
                {
                    yield return reply;
                }
            }
        }

        private LiveReply[] Take()
        {
            lock (_lock)
            {
                LiveReply[] taken = [.. _waiting.Values.OrderBy(reply => reply.TurnId)];
                _waiting.Clear();
                return taken;
            }
        }
    }
}
