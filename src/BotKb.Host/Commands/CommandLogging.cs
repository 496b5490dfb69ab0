using Microsoft.Extensions.Logging.Console;

namespace BotKb.Host.Commands;

/// <summary>A command says what it has to say itself; the log, on standard error, adds warnings only.</summary>
internal static class CommandLogging
{
    public static void Configure(ILoggingBuilder logging) => logging
        .SetMinimumLevel(LogLevel.Warning)
        .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None)
        .AddSimpleConsole(options => options.SingleLine = true)
        .Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
}
