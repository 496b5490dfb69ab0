namespace BotKb.Replies;

/// <summary>The replies of one conversation that are growing now, for the screens that watch it; its key is the conversation's row.</summary>
internal interface ILiveRepliesGrain : IGrainWithIntegerKey
{
    /// <summary>A reply changed.</summary>
    Task PublishAsync(long turnId, ReplyBody body);

    /// <summary>Starts, or goes on, telling an observer; one that is not heard of for two minutes is forgotten.</summary>
    /// <returns>The replies of this moment.</returns>
    Task<IReadOnlyList<LiveReply>> WatchAsync(ILiveReplyObserver observer);

    /// <summary>Stops telling an observer.</summary>
    Task UnwatchAsync(ILiveReplyObserver observer);
}
