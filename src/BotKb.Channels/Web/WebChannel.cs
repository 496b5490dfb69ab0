using BotKb.Replies;

namespace BotKb.Channels.Web;

/// <summary>
/// The web chat: a reply is pushed to the screens that show its conversation. Its message is the turn itself, so that an attempt after
/// a crash writes into the same place.
/// </summary>
public sealed class WebChannel(LiveReplies live) : IChannelAdapter
{
    /// <summary>The channel's name.</summary>
    public const string Name = "web";

    // A page is not split; a screen needs no more than some twenty states a second.
    private static readonly ChannelLimits Page = new(int.MaxValue, TimeSpan.FromMilliseconds(40));

    /// <inheritdoc/>
    public string Channel => Name;

    /// <inheritdoc/>
    public ChannelLimits Limits => Page;

    /// <inheritdoc/>
    public IReadOnlyList<RateLimit> BudgetsOf(ReplyTarget target) => [];

    /// <inheritdoc/>
    public Task<string?> FindAsync(ReplyTarget target, int part, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled<string?>(cancellationToken) : Task.FromResult<string?>(null);

    /// <inheritdoc/>
    public async Task<string> PostAsync(ReplyTarget target, int part, ReplyBody body, CancellationToken cancellationToken)
    {
        await PublishAsync(target, body, cancellationToken);
        return $"{target.TurnId}";
    }

    /// <inheritdoc/>
    public Task EditAsync(ReplyTarget target, string replyId, ReplyBody body, CancellationToken cancellationToken) =>
        PublishAsync(target, body, cancellationToken);

    /// <inheritdoc/>
    public Task DeleteAsync(ReplyTarget target, string replyId, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled(cancellationToken) : Task.CompletedTask;

    private async Task PublishAsync(ReplyTarget target, ReplyBody body, CancellationToken cancellationToken)
    {
        try
        {
            await live.PublishAsync(target.ConversationId, target.TurnId, body, cancellationToken);
        }
        catch (Exception exception) when (exception is OrleansException or TimeoutException)
        {
            throw new ChannelException(FailureKind.Retry, "The screens could not be reached.", innerException: exception);
        }
    }
}
