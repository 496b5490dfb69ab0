using System.Text.Encodings.Web;
using System.Text.Json;

namespace BotKb.Quality.Figures;

/// <summary>The JSON of the evaluation commands and of their raw outputs.</summary>
public static class EvaluationJson
{
    private static readonly EvaluationJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>An object for one data set, an array for several.</summary>
    public static string Write(IReadOnlyList<RetrievalFigures> figures) => figures is [var only]
        ? JsonSerializer.Serialize(only, Context.RetrievalFigures)
        : JsonSerializer.Serialize(figures, Context.IReadOnlyListRetrievalFigures);

    /// <summary>An object for one data set, an array for several.</summary>
    public static string Write(IReadOnlyList<CrossLingualFigures> figures) => figures is [var only]
        ? JsonSerializer.Serialize(only, Context.CrossLingualFigures)
        : JsonSerializer.Serialize(figures, Context.IReadOnlyListCrossLingualFigures);

    /// <summary>The figures of an extraction run.</summary>
    public static string Write(ExtractionFigures figures) => JsonSerializer.Serialize(figures, Context.ExtractionFigures);

    /// <summary>The figures of an answers run.</summary>
    public static string Write(AnswerFigures figures) => JsonSerializer.Serialize(figures, Context.AnswerFigures);

    /// <summary>One line of an answers file, without its line end.</summary>
    public static string WriteLine(AnswerRow row) => JsonSerializer.Serialize(row, Context.AnswerRow);
}
