namespace BotKb.Quality.Figures;

/// <summary>Questions of one language about documents of the other.</summary>
/// <param name="Set">The data set's name.</param>
/// <param name="ZhToEn">Chinese questions; only English documents compete.</param>
/// <param name="EnToZh">English questions; only Chinese documents compete.</param>
/// <param name="Mixed">The same questions with the documents of both languages in the index.</param>
public sealed record CrossLingualFigures(string Set, RetrievalFigures ZhToEn, RetrievalFigures EnToZh, DirectionFigures Mixed);
