using BotKb.Retrieval.Analysis;

namespace BotKb.Knowledge;

/// <summary>Tells whether a passage says almost word for word what one before it in the same document said.</summary>
internal sealed class RepeatedPassages
{
    private const int ShingleLength = 16;
    private const int ShortestText = 60;
    private const int MostPassages = 16;
    private const ulong Sample = 7;
    private const double Same = 0.95;

    private readonly Dictionary<ulong, List<int>> _passagesWithShingle = [];
    private readonly List<int> _sizes = [];

    /// <summary>True when the text repeats; otherwise the text is remembered. Short texts are never called repetitions.</summary>
    public bool Repeats(string text)
    {
        var shingles = Shingles(text);
        if (shingles.Count == 0)
        {
            return false;
        }

        var shared = new Dictionary<int, int>();
        foreach (var passage in shingles.SelectMany(shingle => _passagesWithShingle.GetValueOrDefault(shingle) ?? []))
        {
            shared[passage] = shared.GetValueOrDefault(passage) + 1;
        }

        if (shared.Any(pair => pair.Value >= Same * Math.Max(shingles.Count, _sizes[pair.Key])))
        {
            return true;
        }

        Remember(shingles);
        return false;
    }

    private void Remember(HashSet<ulong> shingles)
    {
        foreach (var shingle in shingles)
        {
            if (!_passagesWithShingle.TryGetValue(shingle, out var passages))
            {
                _passagesWithShingle[shingle] = passages = [];
            }

            if (passages.Count < MostPassages)
            {
                passages.Add(_sizes.Count);
            }
        }

        _sizes.Add(shingles.Count);
    }

    // One in eight is enough to compare by. Numbers make the difference between two rows or two versions of a rule: a text with other
    // digits is another text.
    private static HashSet<ulong> Shingles(string text)
    {
        var letters = new string(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).ToArray());
        var digits = Feature.Hash64(new string(letters.Where(char.IsDigit).ToArray()));
        var shingles = new HashSet<ulong>();
        for (var at = 0; letters.Length >= ShortestText && at + ShingleLength <= letters.Length; at++)
        {
            var hash = Feature.Hash64(letters.AsSpan(at, ShingleLength));
            if (((hash >> 32) & Sample) == 0)
            {
                shingles.Add(hash ^ digits);
            }
        }

        return shingles;
    }
}
