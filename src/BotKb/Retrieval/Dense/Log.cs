using Microsoft.Extensions.Logging;

namespace BotKb.Retrieval.Dense;

internal static partial class Log
{
    [LoggerMessage(1351, LogLevel.Warning, "A question was searched by its words alone; the embedding model is left alone for {Seconds} s: {Failure}")]
    public static partial void QuestionNotEmbedded(this ILogger logger, string failure, double seconds);

    [LoggerMessage(1352, LogLevel.Information, "Index {Index} of vectors has {Rows} rows more")]
    public static partial void Filled(this ILogger logger, long index, long rows);

    [LoggerMessage(1353, LogLevel.Information, "Index {Index} of vectors is complete and searched from now on")]
    public static partial void Switched(this ILogger logger, long index);

    [LoggerMessage(1354, LogLevel.Warning, "A question was searched by its words alone; PostgreSQL refused the rest ({State}: {Reason})")]
    public static partial void MeaningNotSearched(this ILogger logger, string state, string reason);
}
