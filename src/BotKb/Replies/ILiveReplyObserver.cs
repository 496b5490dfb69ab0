using Orleans.Concurrency;

namespace BotKb.Replies;

/// <summary>A screen that shows a conversation.</summary>
internal interface ILiveReplyObserver : IGrainObserver
{
    /// <summary>A reply changed.</summary>
    [OneWay]
    Task ShowAsync(LiveReply reply);
}
