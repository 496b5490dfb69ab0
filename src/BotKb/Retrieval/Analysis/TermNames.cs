namespace BotKb.Retrieval.Analysis;

/// <summary>What the terms of a question are called; only an explanation collects them.</summary>
internal sealed class TermNames
{
    private readonly Dictionary<uint, (string Text, TermKind Kind, float Weight)> _names = [];

    /// <summary>Takes a term; of several names the one with the highest weight stays.</summary>
    public void Add(uint term, TermKind kind, ReadOnlySpan<char> text, float weight)
    {
        if (!_names.TryGetValue(term, out var known) || known.Weight < weight)
        {
            _names[term] = (text.ToString(), kind, weight);
        }
    }

    /// <summary>The name of a term that was added.</summary>
    public (string Text, TermKind Kind) Of(uint term)
    {
        var (text, kind, _) = _names[term];
        return (text, kind);
    }
}
