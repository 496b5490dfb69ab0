using BotKb.Answering;

namespace BotKb.Models.Embeddings;

/// <summary>
/// Lets only vectors through that can be compared: numbers, not all zero, all of one length, today as yesterday. Safe for concurrent use.
/// </summary>
internal sealed class VectorCheck(string name, int? dimensions)
{
    // The length of the vectors so far; 0 before the first.
    private int _seen;

    /// <summary>The vectors with length 1.</summary>
    /// <exception cref="ModelException">One cannot be compared; the sentence lacks the model's name.</exception>
    public IReadOnlyList<float[]> Pass(IReadOnlyList<ReadOnlyMemory<float>> vectors)
    {
        foreach (var vector in vectors)
        {
            CheckLength(vector.Length, vectors[0].Length);
        }

        List<float[]> passed = [.. vectors.Select(vector => Normalised(vector.Span))];
        if (passed.Count > 0 && Interlocked.CompareExchange(ref _seen, passed[0].Length, 0) is not 0 and var before && before != passed[0].Length)
        {
            throw Wrong($"gave vectors of {passed[0].Length} dimensions, and of {before} before: another model answers at "
                + $"Models:{name}:Endpoint; restart BotKb where that is meant");
        }

        return passed;
    }

    private void CheckLength(int length, int first)
    {
        if (length == 0 || length != first)
        {
            throw Wrong($"gave vectors of {first} and of {length} dimensions in one answer: {EmbeddingJson.Check}");
        }

        if (dimensions is { } asked && length != asked)
        {
            throw Wrong($"gave vectors of {length} dimensions, but Models:{name}:Embedding:Dimensions is {asked}");
        }
    }

    private static float[] Normalised(ReadOnlySpan<float> vector)
    {
        double sum = 0;
        foreach (var number in vector)
        {
            sum += (double)number * number;
        }

        if (!double.IsFinite(sum) || sum == 0)
        {
            // The service failed at its arithmetic, which some do at certain texts.
            throw new ModelException(
                ModelFailure.Broken, $"gave a vector {(sum == 0 ? "of zeros" : "with what is no number")}: {EmbeddingJson.Check}");
        }

        var length = Math.Sqrt(sum);
        var normalised = new float[vector.Length];
        for (var i = 0; i < vector.Length; i++)
        {
            normalised[i] = (float)(vector[i] / length);
        }

        return normalised;
    }

    private static ModelException Wrong(string sentence) => new(ModelFailure.NotAModel, sentence);
}
