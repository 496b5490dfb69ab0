namespace BotKb.Quality;

/// <summary>What a retrieval evaluation found.</summary>
/// <param name="Figures">One entry a data set.</param>
/// <param name="Lines">The rankings that the figures can be computed from again.</param>
public sealed record RetrievalRun<TFigures>(IReadOnlyList<TFigures> Figures, IReadOnlyList<RunLine> Lines);
