namespace BotKb.Answering;

/// <summary>
/// How sure the <see cref="EvidenceFeatures"/> make that a question is answered, as a probability. There is one set of weights for
/// English, one for Chinese and one for a question in another language than the passage, because words, pairs of characters and
/// translations match by chance at different rates; they are fitted on questions with and without an answer, in knowledge bases of one to
/// some thousand passages, and levelled so that one threshold fits all.
/// </summary>
internal sealed class EvidenceModel
{
    private static readonly EvidenceModel Words = new(-5.90, 2.00, 2.45, 3.78, 3.85, 1.74, 0.79, 0.87, -0.33, 3.84, -2.00, -0.73);
    private static readonly EvidenceModel Chinese = new(3.07, 1.23, 1.22, 0.98, 4.24, 0.10, -1.40, -1.00, -3.51, 4.63, -0.95, -4.39);
    private static readonly EvidenceModel Across = new(-4.63, 0.19, 0.89, 1.44, 1.08, 5.15, 0.85, 1.64, -0.47, 5.27, 1.27, -2.26);

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
