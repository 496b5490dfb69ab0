
namespace BotKb.Host.EmbeddedPostgres;

internal static partial class Log
{
    [LoggerMessage(100, LogLevel.Information, "Started PostgreSQL in {Folder} as process {ProcessId} in {Milliseconds} ms")]
    public static partial void Started(this ILogger logger, string folder, int processId, long milliseconds);

    [LoggerMessage(101, LogLevel.Debug, "Joined PostgreSQL in {Folder}, process {ProcessId}")]
    public static partial void Joined(this ILogger logger, string folder, int processId);

    [LoggerMessage(102, LogLevel.Information, "Stopped PostgreSQL in {Folder}, process {ProcessId}; with a last checkpoint: {Clean}")]
    public static partial void Stopped(this ILogger logger, string folder, int processId, bool clean);

    [LoggerMessage(
        103, LogLevel.Warning, "Another command is still starting or stopping PostgreSQL in {Folder}; it is left running for the next one")]
    public static partial void LeftRunning(this ILogger logger, string folder);
}
