namespace BotKb.Answering;

/// <summary>How sure the <see cref="EvidenceFeatures"/> make that a question is answered.</summary>
internal sealed class EvidenceModel(params double[] weights)
{
    public static EvidenceModel Of(bool questionIsChinese, bool passageIsChinese) => new(new double[EvidenceFeatures.Count]);

    /// <summary>From 0 to 1.</summary>
    public double Score(ReadOnlySpan<double> features)
    {
        var sum = 0.0;
        for (var i = 0; i < features.Length; i++)
        {
            sum += features[i] * weights[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }
}
