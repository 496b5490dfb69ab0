using Microsoft.Extensions.Logging;

namespace BotKb.Answering;

internal static partial class Log
{
    [LoggerMessage(
        1201,
        LogLevel.Debug,
        "Model {Model} answered: first token after {FirstTokenMs} ms, done after {DoneMs} ms, {Given} passages given, {Cited} cited")]
    public static partial void AnsweredByModel(this ILogger logger, string model, double? firstTokenMs, double doneMs, int given, int cited);

    [LoggerMessage(1202, LogLevel.Warning, "Model {Model} did not answer ({Failure}), the documents are quoted instead: {Reason}")]
    public static partial void ModelFailed(this ILogger logger, string model, ModelFailure failure, string reason);

    [LoggerMessage(
        1203,
        LogLevel.Error,
        "Model {Model} cannot answer until somebody changes its settings or account ({Failure}); the documents are quoted: {Reason}")]
    public static partial void ModelNeedsAdmin(this ILogger logger, string model, ModelFailure failure, string reason);

    [LoggerMessage(1204, LogLevel.Information, "The model did not rewrite a follow-up question ({Failure}); the rules did")]
    public static partial void RewriteFailed(this ILogger logger, ModelFailure failure);

    [LoggerMessage(1205, LogLevel.Information, "Model {Model} cited {Count} passages that it was not given; the marks were taken out")]
    public static partial void InventedCitations(this ILogger logger, string model, int count);
}
