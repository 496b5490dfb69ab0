using Microsoft.Extensions.Logging;

namespace BotKb.Sources.Extraction.Worker;

internal static partial class Log
{
    [LoggerMessage(EventId = 2101, Level = LogLevel.Debug, Message = "Extraction worker {ProcessId} is ready after {Milliseconds:F0} ms")]
    public static partial void WorkerStarted(ILogger logger, int processId, double milliseconds);

    [LoggerMessage(
        EventId = 2102, Level = LogLevel.Warning, Message = "Extraction worker {ProcessId} was lost over a file, exit code {ExitCode}")]
    public static partial void WorkerLost(ILogger logger, int processId, int exitCode);

    [LoggerMessage(EventId = 2103, Level = LogLevel.Warning, Message = "{Gap}")]
    public static partial void IsolationIncomplete(ILogger logger, string gap);
}
