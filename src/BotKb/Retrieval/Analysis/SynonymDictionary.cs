using System.Collections.Frozen;
using System.Text;

namespace BotKb.Retrieval.Analysis;

/// <summary>
/// WordNet: English words that share their commonest meaning, and words of other parts of speech for the same thing (invade and
/// invasion, Scotland and Scottish), by stem. Loaded on first use, then immutable.
/// </summary>
internal sealed class SynonymDictionary
{
    private static readonly Lazy<SynonymDictionary> Loaded =
        new(() => new(Encoding.UTF8.GetString(EmbeddedDictionary.Read("synonyms.br"))));

    private readonly FrozenDictionary<string, string[]> _groups;
    private readonly FrozenDictionary<string, string[]> _related;

    private SynonymDictionary(string text)
    {
        var halves = text.Split("\n\n");
        var groups = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var stems in ReadLines(halves[0]))
        {
            foreach (var stem in stems)
            {
                groups.TryAdd(stem, stems);
            }
        }

        _groups = groups.ToFrozenDictionary(StringComparer.Ordinal);
        _related = ReadLines(halves[1])
            .SelectMany(stems => stems.Skip(1).SelectMany(other => new[] { (Of: stems[0], Word: other), (Of: other, Word: stems[0]) }))
            .Distinct()
            .GroupBy(pair => pair.Of, pair => pair.Word, StringComparer.Ordinal)
            .ToFrozenDictionary(pairs => pairs.Key, pairs => pairs.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The dictionary embedded in this assembly.</summary>
    public static SynonymDictionary Instance => Loaded.Value;

    /// <summary>The stems that mean the same as this one, itself among them; empty where none is known.</summary>
    public IReadOnlyList<string> Of(string stem) => _groups.GetValueOrDefault(stem, []);

    /// <summary>The stems of other parts of speech for the same thing, without itself; empty where none is known.</summary>
    public IReadOnlyList<string> RelatedTo(string stem) => _related.GetValueOrDefault(stem, []);

    private static IEnumerable<string[]> ReadLines(string lines) =>
        lines.Split('\n')
            .Select(line => line.Split(' ').Select(EnglishStemmer.Stem).Distinct(StringComparer.Ordinal).ToArray())
            .Where(stems => stems.Length > 1);
}
