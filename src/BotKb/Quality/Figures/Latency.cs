namespace BotKb.Quality.Figures;

/// <summary>Percentiles of a duration in milliseconds.</summary>
public sealed record Latency(double P50, double P95);
