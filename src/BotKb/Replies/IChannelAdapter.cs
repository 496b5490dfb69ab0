namespace BotKb.Replies;

/// <summary>
/// Sends replies to one platform: it converts and transmits, nothing else; pacing, splitting and retries are <see cref="ReplyStream"/>'s.
/// Safe for concurrent use. Every failure is a <see cref="ChannelException"/> that says what to do about it.
/// </summary>
public interface IChannelAdapter
{
    /// <summary>The channel's name, e.g. <c>web</c>.</summary>
    string Channel { get; }

    /// <summary>What the channel bears.</summary>
    ChannelLimits Limits { get; }

    /// <summary>The limits that a call for this reply counts against; none where the platform has none.</summary>
    IReadOnlyList<RateLimit> BudgetsOf(ReplyTarget target);

    /// <summary>Looks for a message of this reply that was posted although nobody heard of it.</summary>
    /// <param name="target">Where the reply goes.</param>
    /// <param name="part">Which message of the reply, from 0.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The message's identity; null where there is none, or where the platform has no way to look.</returns>
    Task<string?> FindAsync(ReplyTarget target, int part, CancellationToken cancellationToken);

    /// <summary>Posts a message of a reply.</summary>
    /// <returns>The message's identity.</returns>
    Task<string> PostAsync(ReplyTarget target, int part, ReplyBody body, CancellationToken cancellationToken);

    /// <summary>Replaces the whole content of a message. Doing it twice is doing it once.</summary>
    Task EditAsync(ReplyTarget target, string replyId, ReplyBody body, CancellationToken cancellationToken);

    /// <summary>Takes a message back. A message that is gone is no error.</summary>
    Task DeleteAsync(ReplyTarget target, string replyId, CancellationToken cancellationToken);
}
