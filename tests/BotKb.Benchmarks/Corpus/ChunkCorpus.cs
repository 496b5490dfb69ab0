namespace BotKb.Benchmarks.Corpus;

/// <summary>
/// Any number of chunks of full size in a fixed random order: the real ones of the data sets first, then mixes of 70 percent of one chunk
/// with 30 percent of another one of the same set and language.
/// </summary>
internal sealed class ChunkCorpus
{
    private const int Seed = 1;
    private const double LargerPart = 0.7;

    private readonly string[] _real;
    private readonly Dictionary<string, string[]> _near = new(StringComparer.Ordinal);

    private ChunkCorpus(string[][] sets)
    {
        foreach (var set in sets)
        {
            foreach (var chunk in set)
            {
                _near[chunk] = set;
            }
        }

        _real = [.. _near.Keys];
        new Random(Seed).Shuffle(_real);
    }

    /// <summary>Chunks that stand in the data sets as they are.</summary>
    public int RealCount => _real.Length;

    /// <summary>Reads the data sets. Their texts are joined before they are cut, as most are shorter than a chunk.</summary>
    public static ChunkCorpus Read(string data) =>
        new([.. DataSets.Folders(data)
            .SelectMany(folder => DataSets.Texts(folder).GroupBy(FullChunks.IsSpaceless))
            .Select(texts => FullChunks.Cut(string.Join("\n\n", texts)).ToArray())]);

    /// <summary>So many chunks, always the same.</summary>
    public IEnumerable<string> Take(int count)
    {
        var random = new Random(Seed);
        for (var i = 0; i < count; i++)
        {
            yield return i < _real.Length ? _real[i] : Mix(random);
        }
    }

    private string Mix(Random random)
    {
        var first = _real[random.Next(_real.Length)];
        var near = _near[first];
        return Part(first, LargerPart, random) + "\n\n" + Part(near[random.Next(near.Length)], 1 - LargerPart, random);
    }

    // From a random place, so that the beginnings of the few real chunks do not stand in all the others.
    private static string Part(string chunk, double share, Random random)
    {
        var length = (int)(chunk.Length * share);
        var start = random.Next(chunk.Length - length + 1);
        var end = start + length;
        while (start > 0 && start < end && char.IsAsciiLetterOrDigit(chunk[start - 1]))
        {
            start++;
        }

        while (end < chunk.Length && char.IsAsciiLetterOrDigit(chunk[end - 1]) && char.IsAsciiLetterOrDigit(chunk[end]))
        {
            end++;
        }

        return chunk[start..end];
    }
}
