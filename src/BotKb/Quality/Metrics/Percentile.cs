namespace BotKb.Quality.Metrics;

/// <summary>Percentiles by nearest rank: always a value that was measured.</summary>
internal static class Percentile
{
    /// <summary>The smallest value that at least <paramref name="percent"/> of the values do not exceed; 0 without values.</summary>
    /// <param name="values">In any order.</param>
    /// <param name="percent">Above 0, at most 100.</param>
    public static double Of(IEnumerable<double> values, double percent)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted[Math.Max(0, (int)Math.Ceiling(percent / 100 * sorted.Length) - 1)];
    }
}
