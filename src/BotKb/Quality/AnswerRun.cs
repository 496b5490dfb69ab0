using BotKb.Quality.Figures;

namespace BotKb.Quality;

/// <summary>What an answers evaluation found.</summary>
/// <param name="Figures">The figures.</param>
/// <param name="Rows">What each question got, in the order asked; the figures can be computed from it again.</param>
public sealed record AnswerRun(AnswerFigures Figures, IReadOnlyList<AnswerRow> Rows);
