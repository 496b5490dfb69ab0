using Microsoft.Extensions.Logging;

namespace BotKb.Conversations;

internal static partial class Log
{
    [LoggerMessage(1301, LogLevel.Warning, "An attempt in conversation {ConversationId} failed and is made again")]
    public static partial void AttemptFailed(this ILogger logger, Exception exception, long conversationId);

    [LoggerMessage(1302, LogLevel.Information, "Attempt {Attempt} at turn {TurnId} is stale: a newer one goes on, or the turn has its end")]
    public static partial void AttemptStale(this ILogger logger, long turnId, int attempt);

    [LoggerMessage(1303, LogLevel.Error, "{FailureId}: turn {TurnId} ended in an error at attempt {Attempt}")]
    public static partial void TurnFailed(this ILogger logger, Exception? exception, string failureId, long turnId, int attempt);

    [LoggerMessage(1304, LogLevel.Warning, "The open turns could not be looked up and are looked up again in a moment: {Reason}")]
    public static partial void SweepFailed(this ILogger logger, string reason);
}
