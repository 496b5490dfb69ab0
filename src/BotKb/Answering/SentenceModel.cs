namespace BotKb.Answering;

/// <summary>
/// How much each of the <see cref="SentenceFeatures"/> speaks for a sentence. The weights maximise the probability of the sentences
/// that hold the answer among all that a search found, fitted on English and Chinese questions about encyclopedia articles; the last one,
/// against sentences that only ask or announce something, is set by hand, because such texts have hardly any.
/// </summary>
internal static class SentenceModel
{
    private static readonly double[] Weights = [5.11, 2.65, 3.02, 1.40, 5.03, 1.37, 3.35, 1.90, 1.21, 2.35, 1.44, 0.90, 0.35, -0.85, 0.48, -2.00];

    /// <summary>The score of a sentence; the probability is its exponential by the sum of all.</summary>
    public static double Score(ReadOnlySpan<double> features)
    {
        var sum = 0.0;
        for (var i = 0; i < features.Length; i++)
        {
            sum += features[i] * Weights[i];
        }

        return sum;
    }
}
