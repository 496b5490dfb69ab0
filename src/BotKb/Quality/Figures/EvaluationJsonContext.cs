using System.Text.Json.Serialization;

namespace BotKb.Quality.Figures;

/// <summary>How the figures become JSON, generated at compile time.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<RetrievalFigures>))]
[JsonSerializable(typeof(IReadOnlyList<CrossLingualFigures>))]
[JsonSerializable(typeof(ExtractionFigures))]
[JsonSerializable(typeof(AnswerFigures))]
[JsonSerializable(typeof(AnswerRow))]
internal sealed partial class EvaluationJsonContext : JsonSerializerContext;
