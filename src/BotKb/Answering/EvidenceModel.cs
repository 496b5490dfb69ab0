namespace BotKb.Answering;

/// <summary>
/// How sure the <see cref="EvidenceFeatures"/> make that a question is answered, as a probability. There is one set of weights for
/// English, one for Chinese and one for a question in another language than the passage, because words, pairs of characters and
/// translations match by chance at different rates; they are fitted on questions with and without an answer, in knowledge bases of one to
/// some thousand passages, and levelled so that one threshold fits all.
/// </summary>
internal sealed class EvidenceModel
{
    private static readonly EvidenceModel Words = new(-5.88, 1.99, 2.46, 3.80, 3.83, 1.77, 0.78, 0.82, -0.35, 3.84, -1.99, -0.70);
    private static readonly EvidenceModel Chinese = new(1.98, 1.39, 1.37, 0.77, 3.98, -0.25, -0.78, -0.83, -3.06, 4.25, -0.85, -4.67);
    private static readonly EvidenceModel Across = new(-5.56, 0.65, 1.21, 1.42, 1.26, 4.40, 2.19, 1.61, -0.68, 5.05, 0.87, -1.39);

    private readonly double[] _weights;

    private EvidenceModel(params double[] weights) => _weights = weights;

    /// <summary>The model for a question and the best passage found for it.</summary>
    public static EvidenceModel Of(bool questionIsChinese, bool passageIsChinese) =>
        questionIsChinese != passageIsChinese ? Across : passageIsChinese ? Chinese : Words;

    /// <summary>The probability, from 0 to 1.</summary>
    public double Score(ReadOnlySpan<double> features)
    {
        var sum = 0.0;
        for (var i = 0; i < features.Length; i++)
        {
            sum += features[i] * _weights[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }
}
