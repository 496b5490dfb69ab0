using BotKb.Quality.Figures;

namespace BotKb.Quality.Metrics;

/// <summary>What each refusal threshold would do: an answer whose score is below it is refused.</summary>
internal static class RefusalCurve
{
    private const int Steps = 50;

    /// <summary>One point for each threshold from 0 to 1 in steps of 0.02.</summary>
    public static IReadOnlyList<RefusalPoint> Of(
        IReadOnlyCollection<double> answerable,
        IReadOnlyCollection<double> unanswerable,
        IReadOnlyCollection<double> offTopic) =>
        [.. Enumerable.Range(0, Steps + 1).Select(step => (double)step / Steps).Select(threshold => new RefusalPoint(
            threshold,
            Below(threshold, [.. unanswerable, .. offTopic]),
            Below(threshold, answerable),
            Below(threshold, unanswerable),
            Below(threshold, offTopic)))];

    private static double Below(double threshold, IReadOnlyCollection<double> scores) =>
        scores.Count == 0 ? 0 : (double)scores.Count(score => score < threshold) / scores.Count;
}
