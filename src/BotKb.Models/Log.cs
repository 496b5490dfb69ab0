using BotKb.Answering;
using Microsoft.Extensions.Logging;

namespace BotKb.Models;

internal static partial class Log
{
    [LoggerMessage(1221, LogLevel.Information, "Model {Model} is asked once more in {Milliseconds} ms ({Failure})")]
    public static partial void AskedAgain(this ILogger logger, string model, ModelFailure failure, long milliseconds);
}
