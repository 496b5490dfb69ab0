using System.Runtime.InteropServices;

namespace BotKb.Retrieval.Analysis;

/// <summary>The weighted terms of a text while it is analysed.</summary>
internal sealed class TermBag
{
    private readonly Dictionary<uint, float> _weights = new(512);

    /// <summary>Words and bigrams seen, whatever their weight: the length that BM25 normalises by.</summary>
    public int Length { get; private set; }

    /// <summary>Term id and summed weight, in no order.</summary>
    public IReadOnlyDictionary<uint, float> Weights => _weights;

    /// <summary>Adds an occurrence that stands in the text itself.</summary>
    public void AddWord(uint term, float weight)
    {
        Length++;
        Add(term, weight);
    }

    /// <summary>Adds a term that is derived from the text and does not make it longer.</summary>
    public void Add(uint term, float weight) => CollectionsMarshal.GetValueRefOrAddDefault(_weights, term, out _) += weight;
}
