namespace BotKb.Quality.Figures;

/// <summary>Means of trigram recall and precision; 0 without files.</summary>
/// <param name="Recall">Mean recall.</param>
/// <param name="Precision">Mean precision.</param>
/// <param name="Files">How many files there are in the means.</param>
public sealed record OverlapMean(double Recall, double Precision, int Files);
