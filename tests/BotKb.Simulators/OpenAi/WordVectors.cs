using System.Text;

namespace BotKb.Simulators.OpenAi;

/// <summary>Vectors of the words of a text, always the same: texts that share words are near each other, others are not.</summary>
internal static class WordVectors
{
    private const int PlacesOfAWord = 16;

    /// <summary>A vector of the given Euclidean length; never zero.</summary>
    public static float[] Of(string text, int dimensions, double length)
    {
        var vector = new float[dimensions];
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value >= 0x2E80)
            {
                Add(vector, word);
                Add(vector, word.Append(rune));
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                word.Append(Rune.ToLowerInvariant(rune));
            }
            else
            {
                Add(vector, word);
            }
        }

        Add(vector, word);
        if (Norm(vector) == 0)
        {
            vector[0] = 1;
        }

        var scale = length / Norm(vector);
        return Array.ConvertAll(vector, number => (float)(number * scale));
    }

    private static void Add(float[] vector, StringBuilder word)
    {
        if (word.Length == 0)
        {
            return;
        }

        // FNV-1a, then an xorshift of it: the same on every machine.
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var chunk in word.GetChunks())
        {
            foreach (var c in chunk.Span)
            {
                hash = (hash ^ c) * 1_099_511_628_211UL;
            }
        }

        for (var i = 0; i < PlacesOfAWord; i++)
        {
            hash ^= hash << 13;
            hash ^= hash >> 7;
            hash ^= hash << 17;
            vector[(hash >> 8) % (ulong)vector.Length] += (hash & 1) == 0 ? 1 : -1;
        }

        word.Clear();
    }

    private static double Norm(float[] vector) => Math.Sqrt(vector.Sum(number => (double)number * number));
}
