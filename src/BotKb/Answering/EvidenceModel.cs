namespace BotKb.Answering;

/// <summary>
/// How sure the <see cref="EvidenceFeatures"/> make that a question is answered, as a probability. There is one set of weights for
/// English, one for Chinese and one for a question in another language than the passage, because words, pairs of characters and
/// translations match by chance at different rates; they are fitted on questions with and without an answer, in knowledge bases of one to
/// some thousand passages, and levelled so that one threshold fits all.
/// </summary>
internal sealed class EvidenceModel
{
    private static readonly EvidenceModel Words = new(-6.22, 1.52, 2.21, 3.53, 4.15, 1.95, 0.92, 0.52, -0.23, 3.77, -2.03, -0.65);
    private static readonly EvidenceModel Chinese = new(1.18, 1.26, 1.22, 0.86, 5.07, 0.56, -0.50, -1.27, -2.99, 3.91, -0.74, -4.05);
    private static readonly EvidenceModel Across = new(-7.33, 0.94, 1.04, 0.83, 2.31, 5.67, 1.43, 1.75, 0.32, 4.51, -0.54, -0.72);

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
