using Microsoft.Extensions.Logging;

namespace BotKb.Replies;

internal static partial class Log
{
    [LoggerMessage(1401, LogLevel.Warning, "A message of turn {TurnId} could not be sent to {Channel}: {Reason}")]
    public static partial void EditFailed(this ILogger logger, long turnId, string channel, string reason);

    [LoggerMessage(1402, LogLevel.Error, "{FailureId}: the reply of turn {TurnId} did not arrive in {Channel}")]
    public static partial void ReplyUndeliverable(this ILogger logger, string failureId, long turnId, string channel);
}
