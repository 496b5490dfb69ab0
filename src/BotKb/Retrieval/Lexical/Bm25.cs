using BotKb.Retrieval.Analysis;

namespace BotKb.Retrieval.Lexical;

/// <summary>
/// BM25 in two halves. The impact of a term on a chunk is one byte, baked when the chunk enters the index:
/// <c>round(255 * tf / (tf + k1 * (1 - b + b * length / typical length)))</c>, at least 1, where tf is the weighted frequency. The
/// score of a chunk is the sum, in the order of the question's terms, of <c>weight * idf * (k1 + 1) / 255 * impact</c>. The typical
/// length is a constant and not the mean of the corpus: chunks are cut to a size, and so a score depends neither on when a chunk was
/// added nor on which host is asked.
/// </summary>
internal static class Bm25
{
    private const float K1 = 1f;
    private const float B = 0.6f;
    private const float TypicalLength = 250f;
    private const float Scale = (K1 + 1) / byte.MaxValue;

    /// <summary>What a frequency is weighed against in a chunk of this length.</summary>
    public static float Saturation(int length) => K1 * (1 - B + (B * length / TypicalLength)) * TermVector.FrequencyUnit;

    /// <summary>The impact of a term, 1 to 255.</summary>
    /// <param name="frequency">The stored frequency.</param>
    /// <param name="saturation">What <see cref="Saturation"/> says of the chunk.</param>
    public static byte Impact(byte frequency, float saturation) =>
        (byte)Math.Max(1, (int)((byte.MaxValue * frequency / (frequency + saturation)) + 0.5f));

    /// <summary>How rare a term is among <paramref name="chunks"/> chunks; one that occurs nowhere counts as if it occurred once.</summary>
    public static float Idf(long occurrences, long chunks)
    {
        var found = Math.Max(1, occurrences);
        return (float)Math.Log(1 + ((Math.Max(found, chunks) - found + 0.5) / (found + 0.5)));
    }

    /// <summary>What one unit of impact adds to a score.</summary>
    public static float Unit(float weight, float idf) => weight * idf * Scale;

    /// <summary>The score of a chunk by its packed vector: the same as the index gives.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a term vector.</exception>
    public static double Score(byte[] lex, IReadOnlyList<QueryTerm> terms, IReadOnlyDictionary<uint, float> termIdf)
    {
        var vector = TermVector.Decode(lex);
        var saturation = Saturation(vector.Length);
        var score = 0f;
        foreach (var term in terms)
        {
            var at = Array.BinarySearch(vector.Terms, term.Term);
            score += at < 0 ? 0 : Unit(term.Weight, termIdf.GetValueOrDefault(term.Term)) * Impact(vector.Frequencies[at], saturation);
        }

        return score;
    }
}
