namespace BotKb.Quality.Figures;

/// <summary>Figures of the two directions.</summary>
public sealed record DirectionFigures(RetrievalFigures ZhToEn, RetrievalFigures EnToZh);
