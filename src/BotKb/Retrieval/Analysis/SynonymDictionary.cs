using System.Collections.Frozen;
using System.Text;

namespace BotKb.Retrieval.Analysis;

/// <summary>WordNet: English words that share their commonest meaning, by stem. Loaded on first use, then immutable.</summary>
internal sealed class SynonymDictionary
{
    private static readonly Lazy<SynonymDictionary> Loaded = new(() => new(Encoding.UTF8.GetString(EmbeddedDictionary.Read("synonyms.br"))));

    private readonly FrozenDictionary<string, string[]> _groups;

    private SynonymDictionary(string lines)
    {
        var groups = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var line in lines.Split('\n'))
        {
            var stems = line.Split(' ').Select(EnglishStemmer.Stem).Distinct(StringComparer.Ordinal).ToArray();
            foreach (var stem in stems.Length > 1 ? stems : [])
            {
                groups.TryAdd(stem, stems);
            }
        }

        _groups = groups.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The dictionary embedded in this assembly.</summary>
    public static SynonymDictionary Instance => Loaded.Value;

    /// <summary>The stems that mean the same as this one, itself among them; empty where none is known.</summary>
    public IReadOnlyList<string> Of(string stem) => _groups.GetValueOrDefault(stem, []);
}
