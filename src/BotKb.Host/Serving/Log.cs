
namespace BotKb.Host.Serving;

internal static partial class Log
{
    [LoggerMessage(1103, LogLevel.Error, "The sources could not be read and are tried again when the clock says so: {Reason}")]
    public static partial void SourcesUnknown(this ILogger logger, Exception? exception, string reason);

    [LoggerMessage(1104, LogLevel.Warning, "Not ready: {Reason}")]
    public static partial void NotReady(this ILogger logger, string reason);

    [LoggerMessage(1105, LogLevel.Warning, "The vectors do not get on and are tried again in {Seconds} s: {Reason}")]
    public static partial void VectorsFailed(this ILogger logger, Exception? exception, string reason, double seconds);

    [LoggerMessage(1106, LogLevel.Warning, "The search index could not be brought up to date and is tried again: {Reason}")]
    public static partial void IndexBehind(this ILogger logger, Exception? exception, string reason);
}
