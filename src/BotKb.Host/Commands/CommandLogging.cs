using Microsoft.Extensions.Logging;

namespace BotKb.Host.Commands;

/// <summary>A command says what it has to say itself; the log, on standard error, adds warnings only.</summary>
internal static class CommandLogging
{
    public static void Configure(ILoggingBuilder logging) => logging
        .SetMinimumLevel(LogLevel.Warning)
        .AddSimpleConsole(options => options.SingleLine = true)
        .Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
}
