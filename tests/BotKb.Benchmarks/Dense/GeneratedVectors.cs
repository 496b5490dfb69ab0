using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace BotKb.Benchmarks.Dense;

/// <summary>
/// A vector for any text, drawn by its hash from one distribution: overlapping clusters of unequal size in a space of fewer dimensions
/// than the vectors have. Two texts, a question and a passage too, are two independent draws. At 100,000 they are as hard as those of
/// real imports, of which pgvector's own ef_search of 40 misses 10 to 14 percent.
/// </summary>
internal sealed class GeneratedVectors
{
    /// <summary>The vectors lie near a space of so many dimensions.</summary>
    public const int InnerDimension = 32;

    private const int Seed = 1;
    private const int Clusters = 1_000;

    // Within a cluster the distances are 2.1 +- 0.27, between clusters 2.5 +- 0.32: neighbours come from several clusters.
    private const float Spread = 1.5f;
    private const float Noise = 0.1f;

    private readonly int _dimension;
    private readonly float[][] _centres;
    private readonly float[][] _axes;

    public GeneratedVectors(int dimension)
    {
        _dimension = dimension;
        var random = new Random(Seed);
        _centres = Draw(random, Clusters, InnerDimension);
        _axes = Draw(random, InnerDimension, dimension);
    }

    /// <summary>The vector of a text; length 1.</summary>
    public float[] Of(string text)
    {
        var random = new Random(BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
        var share = random.NextDouble();
        var centre = _centres[(int)(share * share * Clusters)];
        var vector = new float[_dimension];
        for (var i = 0; i < InnerDimension; i++)
        {
            AddAxis(vector, _axes[i], centre[i] + (Spread * Normal(random)));
        }

        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] += Noise * MathF.Sqrt(InnerDimension) * Normal(random);
        }

        var length = MathF.Sqrt(vector.Sum(component => component * component));
        return Array.ConvertAll(vector, component => component / length);
    }

    private static void AddAxis(float[] vector, float[] axis, float weight)
    {
        for (var i = 0; i < vector.Length && i < axis.Length; i++)
        {
            vector[i] += weight * axis[i];
        }
    }

    private static float[][] Draw(Random random, int count, int dimension) =>
        [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, dimension).Select(_ => Normal(random)).ToArray())];

    private static float Normal(Random random) =>
        MathF.Sqrt(-2 * MathF.Log(1 - random.NextSingle())) * MathF.Cos(2 * MathF.PI * random.NextSingle());
}
