using Microsoft.Extensions.Logging;

namespace BotKb.WebConsole.Uploads;

internal static partial class Log
{
    [LoggerMessage(1301, LogLevel.Error, "The sync of source {SourceId} after an upload failed and is tried again by the clock: {Reason}")]
    public static partial void SyncFailed(this ILogger logger, Exception? exception, long sourceId, string reason);

    [LoggerMessage(1302, LogLevel.Warning, "What incomplete uploads left behind was not taken away and is tried again in an hour: {Reason}")]
    public static partial void SweepFailed(this ILogger logger, Exception? exception, string reason);

    [LoggerMessage(1303, LogLevel.Error, "A file uploaded to knowledge base {KnowledgeBaseId} was not stored: {Reason}")]
    public static partial void NotStored(this ILogger logger, long knowledgeBaseId, string reason);
}
