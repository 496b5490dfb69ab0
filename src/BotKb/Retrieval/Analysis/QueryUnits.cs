namespace BotKb.Retrieval.Analysis;

/// <summary>Collects the units of a question. The weights were measured together on sets of either language and across them.</summary>
/// <param name="names">Told what each term is called, where somebody wants to know.</param>
internal sealed class QueryUnits(TermNames? names)
{
    // A word of the question, found as a gloss of a Chinese word of the text.
    private const float GlossWeight = 0.7f;

    // A Chinese word of the question, found by its English glosses, or as another Chinese word with the same ones.
    private const float TranslationWeight = 0.77f;
    private const float ParallelShare = 0.2f;

    private const float SynonymWeight = 0.15f;
    private const float RelatedWeight = 0.2f;
    private const float RelatedTranslationShare = 0.5f;

    // A bigram with a function character mostly spans two words; a lone character is a weak sign, but all that a rare one has.
    private const float LooseBigramWeight = 0.4f;
    private const float CharacterWeight = 0.25f;

    // What adds less than this costs time and decides nothing.
    private const float LeastWeight = 0.03f;

    private readonly List<QueryUnit> _units = [];
    private readonly List<QueryTerm> _open = [];

    /// <summary>The units so far, in the order of the question.</summary>
    public List<QueryUnit> ToList() => _units;

    /// <summary>Adds a word, number or code.</summary>
    public void AddWord(WordForm form)
    {
        Add(form.Term, form.Weight, TermKind.Word, form.Text);
        Add(Feature.Gloss(form.Text), form.Weight * GlossWeight, TermKind.Translation, form.Text);
        var related = SynonymDictionary.Instance.RelatedTo(form.Text);
        foreach (var word in related)
        {
            var weight = form.Weight / MathF.Sqrt(related.Count);
            Add(Feature.Word(word), weight * RelatedWeight, TermKind.Synonym, word);
            Add(Feature.Gloss(word), weight * GlossWeight * RelatedTranslationShare, TermKind.Translation, word);
        }

        var synonyms = SynonymDictionary.Instance.Of(form.Text);
        foreach (var synonym in synonyms.Where(word => word != form.Text))
        {
            var weight = form.Weight * SynonymWeight / MathF.Sqrt(synonyms.Count - 1);
            Add(Feature.Word(synonym), weight, TermKind.Synonym, synonym);
            Add(Feature.Gloss(synonym), weight, TermKind.Translation, synonym);
        }

        Close(!form.IsPart);
    }

    /// <summary>Adds a run of a script without spaces.</summary>
    public void AddRun(ReadOnlySpan<char> run)
    {
        if (run.Length == 1)
        {
            Add(Feature.Bigram(run), 1f, TermKind.Characters, run);
            Close(false);
        }

        for (var i = 0; i + 1 < run.Length; i++)
        {
            var loose = StopWords.IsFunctionCharacter(run[i]) || StopWords.IsFunctionCharacter(run[i + 1]);
            Add(Feature.Bigram(run.Slice(i, 2)), loose ? LooseBigramWeight : 1f, TermKind.Characters, run.Slice(i, 2));
            Close(false);
        }

        for (var i = 0; run.Length > 1 && i < run.Length; i++)
        {
            if (!StopWords.IsFunctionCharacter(run[i]))
            {
                Add(Feature.Bigram(run.Slice(i, 1)), CharacterWeight, TermKind.Characters, run.Slice(i, 1));
                Close(false);
            }
        }

        AddTranslations(run);
    }

    private void AddTranslations(ReadOnlySpan<char> run)
    {
        var dictionary = ChineseDictionary.Instance;
        Span<int> glosses = stackalloc int[Translation.MostGlosses];
        for (var at = 0; at < run.Length;)
        {
            var length = dictionary.LongestWordAt(run[at..], out var entry);
            if (Translation.Translates(length, run.Length))
            {
                var count = dictionary.ReadGlosses(entry, glosses);
                for (var i = 0; i < count; i++)
                {
                    AddGloss(dictionary, glosses[i], TranslationWeight * Translation.Share(i, count));
                }

                Close(false);
            }

            at += Math.Max(1, length);
        }
    }

    private void AddGloss(ChineseDictionary dictionary, int gloss, float weight)
    {
        var stem = dictionary.Stem(gloss);
        Add(dictionary.StemIds[gloss], weight, TermKind.Translation, stem);
        Add(dictionary.GlossIds[gloss], weight * ParallelShare, TermKind.Translation, stem);
        var related = SynonymDictionary.Instance.RelatedTo(stem);
        foreach (var word in related)
        {
            Add(Feature.Word(word), weight * RelatedTranslationShare / MathF.Sqrt(related.Count), TermKind.Translation, word);
        }

        var synonyms = SynonymDictionary.Instance.Of(stem);
        foreach (var synonym in synonyms.Where(word => word != stem))
        {
            Add(Feature.Word(synonym), weight * SynonymWeight / MathF.Sqrt(synonyms.Count - 1), TermKind.Translation, synonym);
        }
    }

    private void Add(uint term, float weight, TermKind kind, ReadOnlySpan<char> text)
    {
        if (weight >= LeastWeight)
        {
            _open.Add(new QueryTerm(term, weight));
            names?.Add(term, kind, text, weight);
        }
    }

    private void Close(bool isWord)
    {
        if (_open.Count > 0)
        {
            _units.Add(new QueryUnit(_open.ToArray(), isWord));
            _open.Clear();
        }
    }
}
