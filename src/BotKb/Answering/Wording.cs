using BotKb.Retrieval.Analysis;

namespace BotKb.Answering;

/// <summary>The words of a sentence, to tell whether another one says the same in nearly the same words.</summary>
internal sealed class Wording
{
    private const double Same = 0.8;
    private readonly HashSet<uint> _terms;

    private Wording(HashSet<uint> terms) => _terms = terms;

    /// <summary>Reads a sentence.</summary>
    public static Wording Of(string sentence)
    {
        var terms = new HashSet<uint>();
        var folded = TextFolding.Fold(sentence);
        foreach (var token in new Tokens(folded))
        {
            var text = folded.AsSpan(token.Start, token.Length);
            if (!token.IsSpaceless || text.Length == 1)
            {
                terms.Add(Feature.Word(text.ToString().ToLowerInvariant()));
                continue;
            }

            for (var i = 0; i + 1 < text.Length; i++)
            {
                terms.Add(Feature.Bigram(text.Slice(i, 2)));
            }
        }

        return new Wording(terms);
    }

    /// <summary>How alike the words of both are: 0 (none shared) to 1 (the same).</summary>
    public double SharedBy(Wording other) => _terms.Count == 0 || other._terms.Count == 0
        ? 0
        : _terms.Count(other._terms.Contains) / Math.Sqrt((double)_terms.Count * other._terms.Count);

    /// <summary>True where both say nearly the same words.</summary>
    public bool Repeats(Wording other)
    {
        var (small, large) = _terms.Count < other._terms.Count ? (_terms, other._terms) : (other._terms, _terms);
        return small.Count > 0 && small.Count(large.Contains) >= Same * large.Count;
    }
}
