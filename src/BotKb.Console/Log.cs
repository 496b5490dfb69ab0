using Microsoft.Extensions.Logging;

namespace BotKb.WebConsole;

internal static partial class Log
{
    [LoggerMessage(1601, LogLevel.Error, "A request failed; the person was given the id {ErrorId}")]
    public static partial void RequestFailed(this ILogger logger, Exception exception, string errorId);

    [LoggerMessage(1602, LogLevel.Error, "A page failed; the person was given the id {ErrorId}")]
    public static partial void PageFailed(this ILogger logger, Exception exception, string errorId);

    [LoggerMessage(1603, LogLevel.Warning, "A sign-in at the OpenID Connect provider failed: {Kind}")]
    public static partial void ExternalSignInFailed(this ILogger logger, string kind);
}
