
namespace BotKb.Host.Serving;

internal static partial class Log
{
    [LoggerMessage(
        1101, LogLevel.Information, "Synced source {SourceId}: {Found} found, {Indexed} indexed, {NotIndexed} not indexed, {Removed} gone")]
    public static partial void Synced(this ILogger logger, long sourceId, int found, int indexed, int notIndexed, int removed);

    [LoggerMessage(1102, LogLevel.Error, "The sync of source {SourceId} failed and is tried again when the clock says so: {Reason}")]
    public static partial void SyncFailed(this ILogger logger, Exception? exception, long sourceId, string reason);

    [LoggerMessage(1103, LogLevel.Error, "The sources could not be read and are tried again when the clock says so: {Reason}")]
    public static partial void SourcesUnknown(this ILogger logger, Exception? exception, string reason);

    [LoggerMessage(1104, LogLevel.Warning, "Not ready: {Reason}")]
    public static partial void NotReady(this ILogger logger, string reason);
}
