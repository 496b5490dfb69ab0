namespace BotKb.Answering;

/// <summary>How much each of the <see cref="SentenceFeatures"/> speaks for a sentence.</summary>
internal static class SentenceModel
{
    internal static double[] Weights = new double[SentenceFeatures.Count];

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
