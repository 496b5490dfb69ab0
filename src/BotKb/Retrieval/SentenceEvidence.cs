using BotKb.Retrieval.Analysis;

namespace BotKb.Retrieval;

/// <summary>
/// Measures how much of a question one sentence of a passage holds, its title and headings taken as said in every sentence, and how many
/// neighbouring words of the question stand together. Made for one question; not safe for concurrent use.
/// </summary>
internal sealed class SentenceEvidence
{
    private const float SentenceWeight = 0.5f;
    private const float NeighbourWeight = 0.2f;
    private const int NeighbourReach = 3;

    private readonly Dictionary<uint, List<(int Unit, float Value)>> _byTerm = [];
    private readonly bool[] _isWord;
    private readonly PlacedTerms _reader;
    private readonly float[] _context;
    private readonly float[] _sentence;
    private readonly float[] _neighbours;
    private readonly int[] _places;

    /// <param name="units">The question.</param>
    /// <param name="termIdf">How rare its terms are.</param>
    public SentenceEvidence(IEnumerable<QueryUnit> units, IReadOnlyDictionary<uint, float> termIdf)
    {
        var all = units.Take(QueryAnalyzer.MaxTerms).ToList();
        _isWord = all.Select(unit => unit.IsWord).ToArray();
        _context = new float[all.Count];
        _sentence = new float[all.Count];
        _neighbours = new float[all.Count];
        _places = new int[all.Count];
        for (var unit = 0; unit < all.Count; unit++)
        {
            foreach (var term in all[unit].Terms)
            {
                AddTerm(unit, term.Term, term.Weight * termIdf.GetValueOrDefault(term.Term));
            }
        }

        _reader = new PlacedTerms(_byTerm.Keys, withGlosses: _isWord.Contains(true));
    }

    /// <summary>What the evidence adds to the score of a passage: 0 or more.</summary>
    public double Of(Passage passage)
    {
        Array.Clear(_context);
        Array.Clear(_neighbours);
        ReadContext(passage.Title);
        foreach (var heading in passage.HeadingPath)
        {
            ReadContext(heading);
        }

        return (SentenceWeight * BestSentence(passage.Text)) + (NeighbourWeight * _neighbours.Sum());
    }

    private void AddTerm(int unit, uint term, float value)
    {
        if (!_byTerm.TryGetValue(term, out var units))
        {
            _byTerm[term] = units = [];
        }

        units.Add((unit, value));
    }

    private void ReadContext(string text)
    {
        foreach (var term in _reader.Read(text))
        {
            foreach (var (unit, value) in _byTerm[term.Term])
            {
                _context[unit] = Math.Max(_context[unit], value);
            }
        }
    }

    private float BestSentence(string text)
    {
        Array.Fill(_places, -NeighbourReach - 1);
        _context.CopyTo(_sentence, 0);
        var best = 0f;
        var sentence = 0;
        foreach (var term in _reader.Read(text))
        {
            if (term.Sentence != sentence)
            {
                best = Math.Max(best, _sentence.Sum());
                _context.CopyTo(_sentence, 0);
                sentence = term.Sentence;
            }

            foreach (var (unit, value) in _byTerm[term.Term])
            {
                _sentence[unit] = Math.Max(_sentence[unit], value);
                _places[unit] = term.Place;
                Meet(unit - 1, unit, value);
                Meet(unit, unit + 1, value);
            }
        }

        return Math.Max(best, _sentence.Sum());
    }

    private void Meet(int unit, int next, float value)
    {
        var bothWords = unit >= 0 && next < _places.Length && _isWord[unit] && _isWord[next];
        if (bothWords && Math.Abs(_places[next] - _places[unit]) <= NeighbourReach)
        {
            _neighbours[unit] = Math.Max(_neighbours[unit], Math.Min(value, Math.Min(_sentence[unit], _sentence[next])));
        }
    }
}
