namespace BotKb.Quality;

/// <summary>A document in a ranking.</summary>
/// <param name="File">The document.</param>
/// <param name="Score">The score of its best passage.</param>
internal sealed record RankedDocument(CorpusFile File, double Score);
