using Microsoft.Extensions.Logging;

namespace BotKb.Knowledge.Sync;

internal static partial class Log
{
    [LoggerMessage(
        1101, LogLevel.Information, "Synced source {SourceId}: {Found} found, {Indexed} indexed, {NotIndexed} not indexed, {Removed} gone")]
    public static partial void Synced(this ILogger logger, long sourceId, int found, int indexed, int notIndexed, int removed);

    [LoggerMessage(1102, LogLevel.Error, "The sync of source {SourceId} failed and is tried again when the clock says so: {Reason}")]
    public static partial void SyncFailed(this ILogger logger, Exception? exception, long sourceId, string reason);
}
