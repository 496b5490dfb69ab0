using System.Buffers;

namespace BotKb.Retrieval.Analysis;

/// <summary>Reads the terms of a text that are looked for, in order, sentence by sentence.</summary>
/// <param name="wanted">The terms that are looked for.</param>
/// <param name="withGlosses">Whether English glosses of Chinese words are among them.</param>
internal sealed class PlacedTerms(IReadOnlyCollection<uint> wanted, bool withGlosses)
{
    private readonly HashSet<uint> _wanted = [.. wanted];
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。！？!?；;\n");
    private static readonly SearchValues<char> Pauses = SearchValues.Create("，,、：:（(");
    private readonly List<PlacedTerm> _terms = [];
    private readonly List<WordForm> _forms = [];
    private int _sentence;
    private int _place;

    /// <summary>The terms of a text; valid until the next call.</summary>
    public IReadOnlyList<PlacedTerm> Read(string text)
    {
        _terms.Clear();
        _sentence = 0;
        _place = 0;
        var folded = TextFolding.Fold(text);
        var end = 0;
        foreach (var token in new Tokens(folded))
        {
            ReadGap(folded.AsSpan(end, token.Start - end));
            end = token.Start + token.Length;
            if (token.IsSpaceless)
            {
                ReadRun(folded.AsSpan(token.Start, token.Length));
            }
            else
            {
                ReadWord(folded.AsSpan(token.Start, token.Length));
            }
        }

        return _terms;
    }

    private void ReadGap(ReadOnlySpan<char> gap)
    {
        var ends = gap.IndexOfAny(SentenceEnds) >= 0 || (gap.Length > 1 && gap.Contains('.'));
        _sentence += ends ? 1 : 0;
        _place += ends || gap.IndexOfAny(Pauses) >= 0 ? 1 : 0;
    }

    private void ReadWord(ReadOnlySpan<char> word)
    {
        _forms.Clear();
        WordForms.Read(word, _forms);
        foreach (var form in _forms)
        {
            Add(form.Term);
        }

        _place++;
    }

    private void ReadRun(ReadOnlySpan<char> run)
    {
        for (var i = 0; i < run.Length; i++)
        {
            Add(Feature.Bigram(run.Slice(i, 1)));
            if (i + 1 < run.Length)
            {
                Add(Feature.Bigram(run.Slice(i, 2)));
            }

            _place++;
        }

        if (withGlosses)
        {
            ReadGlosses(run);
        }
    }

    private void ReadGlosses(ReadOnlySpan<char> run)
    {
        var dictionary = ChineseDictionary.Instance;
        Span<int> glosses = stackalloc int[Translation.MostGlosses];
        for (var at = 0; at < run.Length;)
        {
            var length = dictionary.LongestWordAt(run[at..], out var entry);
            if (Translation.Translates(length, run.Length))
            {
                foreach (var gloss in glosses[..dictionary.ReadGlosses(entry, glosses)])
                {
                    Add(dictionary.GlossIds[gloss]);
                }
            }

            at += Math.Max(1, length);
        }
    }

    private void Add(uint term)
    {
        if (_wanted.Contains(term))
        {
            _terms.Add(new PlacedTerm(term, _sentence, _place));
        }
    }
}
