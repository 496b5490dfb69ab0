using BotKb.Retrieval.Analysis;

namespace BotKb.Answering;

/// <summary>
/// The question as texts of one script are asked for it: units, each with the rarity that it has in the knowledge bases and the terms
/// that it is found by.
/// </summary>
internal sealed class QuestionUnits
{
    private readonly List<float> _weights = [];
    private readonly List<bool> _names = [];
    private readonly Dictionary<uint, List<(int Unit, float Strength)>> _byTerm = [];

    /// <summary>By unit: its inverse document frequency.</summary>
    public IReadOnlyList<float> Weights => _weights;

    /// <summary>By unit: true for a name, number or code, which nothing else can stand for.</summary>
    public IReadOnlyList<bool> Names => _names;

    /// <summary>The sum of the weights.</summary>
    public float Total { get; private set; }

    /// <summary>Adds a unit unless its first term is one already.</summary>
    public void Add(float weight, bool isName, ReadOnlySpan<(uint Term, float Strength)> terms)
    {
        if (terms.IsEmpty || (_byTerm.TryGetValue(terms[0].Term, out var known) && known.Exists(unit => unit.Strength >= 1f)))
        {
            return;
        }

        foreach (var (term, strength) in terms)
        {
            if (!_byTerm.TryGetValue(term, out var units))
            {
                _byTerm[term] = units = [];
            }

            units.Add((_weights.Count, strength));
        }

        _weights.Add(weight);
        _names.Add(isName);
        Total += weight;
    }

    /// <summary>The share of the question, by weight, that has these strengths.</summary>
    public double Coverage(ReadOnlySpan<float> strengths)
    {
        var sum = 0f;
        for (var i = 0; i < strengths.Length; i++)
        {
            sum += strengths[i] * _weights[i];
        }

        return Total > 0 ? sum / Total : 0;
    }

    /// <summary>Looks for the units in a text.</summary>
    public TextMatch Match(string text)
    {
        var folded = TextFolding.Fold(text);
        var scan = new Scan(this, folded.Length > 0 ? (double)text.Length / folded.Length : 1);
        var forms = new List<WordForm>();
        foreach (var token in new Tokens(folded))
        {
            if (token.IsSpaceless)
            {
                scan.Run(folded.AsSpan(token.Start, token.Length), token.Start);
            }
            else
            {
                scan.Word(folded.AsSpan(token.Start, token.Length), token.Start, forms);
            }
        }

        return scan.ToMatch();
    }

    private sealed class Scan(QuestionUnits units, double scale)
    {
        private readonly float[] _strengths = new float[units._weights.Count];
        private readonly List<TextMatch.Place> _places = [];
        private int _words;
        private int _position;

        public TextMatch ToMatch() => new(_strengths, _places, _words);

        public void Word(ReadOnlySpan<char> token, int at, List<WordForm> forms)
        {
            forms.Clear();
            WordForms.Read(token, forms);
            var found = false;
            foreach (var form in forms)
            {
                found |= Found(form.Term, at);
            }

            _position++;
            _words += found || forms.TrueForAll(form => form.IsStopWord) ? 0 : 1;
        }

        public void Run(ReadOnlySpan<char> run, int at)
        {
            for (var i = 0; i < run.Length; i++)
            {
                var found = i + 1 < run.Length && Found(Feature.Bigram(run.Slice(i, 2)), at + i);
                _position++;
                _words += found ? 0 : 1;
            }

            Found(Feature.Bigram(run), at);
            Glosses(run, at);
        }

        private void Glosses(ReadOnlySpan<char> run, int at)
        {
            var dictionary = ChineseDictionary.Instance;
            Span<int> glosses = stackalloc int[Translation.MostGlosses];
            for (var i = 0; i < run.Length;)
            {
                var length = dictionary.LongestWordAt(run[i..], out var entry);
                if (Translation.Translates(length, run.Length))
                {
                    foreach (var gloss in glosses[..dictionary.ReadGlosses(entry, glosses)])
                    {
                        Found(dictionary.GlossIds[gloss], at + i);
                    }
                }

                i += Math.Max(1, length);
            }
        }

        private bool Found(uint term, int at)
        {
            if (!units._byTerm.TryGetValue(term, out var found))
            {
                return false;
            }

            foreach (var (unit, strength) in found)
            {
                _strengths[unit] = Math.Max(_strengths[unit], strength);
                _places.Add(new TextMatch.Place((int)(at * scale), _position, unit, strength * units._weights[unit]));
            }

            return true;
        }
    }
}
