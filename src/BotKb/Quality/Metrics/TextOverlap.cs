namespace BotKb.Quality.Metrics;

/// <summary>How much of an expected text was found, and how much of what was found was expected; 0 to 1.</summary>
internal sealed record TextOverlap(double Recall, double Precision);
