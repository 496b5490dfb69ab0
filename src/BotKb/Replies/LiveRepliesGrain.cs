using Microsoft.Extensions.Logging;
using Orleans.Utilities;

namespace BotKb.Replies;

/// <summary>Passes growing replies on. Nothing here is the truth: a turn's row is.</summary>
internal sealed class LiveRepliesGrain(TimeProvider time, ILogger<LiveRepliesGrain> logger) : Grain, ILiveRepliesGrain
{
    // A conversation shows few replies that its rows do not hold yet.
    private const int Kept = 20;

    private readonly ObserverManager<ILiveReplyObserver> _observers = new(TimeSpan.FromMinutes(2), logger);
    private readonly SortedDictionary<long, LiveReply> _replies = [];

    // Grows over the grain's lives, so that a screen never takes an old reply for a new one.
    private long _version = time.GetUtcNow().Ticks;

    public Task PublishAsync(long turnId, ReplyBody body)
    {
        var reply = new LiveReply(turnId, ++_version, body);
        _replies[turnId] = reply;
        if (_replies.Count > Kept)
        {
            _replies.Remove(_replies.First().Key);
        }

        return _observers.Notify(observer => observer.ShowAsync(reply));
    }

    public Task<IReadOnlyList<LiveReply>> WatchAsync(ILiveReplyObserver observer)
    {
        _observers.Subscribe(observer, observer);
        return Task.FromResult<IReadOnlyList<LiveReply>>([.. _replies.Values]);
    }

    public Task UnwatchAsync(ILiveReplyObserver observer)
    {
        _observers.Unsubscribe(observer);
        return Task.CompletedTask;
    }
}
