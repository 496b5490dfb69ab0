namespace BotKb.Quality;

/// <summary>How far an evaluation is.</summary>
/// <param name="Step">What is done now, for people.</param>
/// <param name="Done">How much of it is done.</param>
/// <param name="Total">How much there is; 0 while that is unknown.</param>
public sealed record EvaluationProgress(string Step, int Done, int Total);
