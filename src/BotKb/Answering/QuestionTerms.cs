using BotKb.Retrieval.Analysis;

namespace BotKb.Answering;

/// <summary>A question taken apart: what Chinese and what other texts must hold to answer it.</summary>
internal sealed class QuestionTerms
{
    private const float Translated = 0.7f;
    private const float Related = 0.6f;
    private const float Synonymous = 0.4f;

    private readonly IReadOnlyDictionary<uint, float> _idf;
    private readonly float _rarest;

    private QuestionTerms(IReadOnlyDictionary<uint, float> idf)
    {
        _idf = idf;
        _rarest = idf.Count > 0 ? idf.Values.Max() : 1f;
    }

    /// <summary>The units that a Chinese text is asked for.</summary>
    public QuestionUnits ForChinese { get; } = new();

    /// <summary>The units that any other text is asked for.</summary>
    public QuestionUnits ForWords { get; } = new();

    /// <summary>True where most of the question is in Chinese characters.</summary>
    public bool IsChinese { get; private init; }

    /// <summary>Takes a question apart.</summary>
    public static QuestionTerms Of(string question, IReadOnlyDictionary<uint, float> termIdf)
    {
        var folded = TextFolding.Fold(question);
        var terms = new QuestionTerms(termIdf) { IsChinese = Script.IsChinese(folded) };
        terms.Read(folded, false);
        if (terms.ForWords.Weights.Count == 0 && terms.ForChinese.Weights.Count == 0)
        {
            terms.Read(folded, true);
        }

        return terms;
    }

    /// <summary>The units to look for in a text.</summary>
    public QuestionUnits For(string text) => Script.IsChinese(text) ? ForChinese : ForWords;

    private void Read(string folded, bool withStopWords)
    {
        var forms = new List<WordForm>();
        foreach (var token in new Tokens(folded))
        {
            var isName = IsName(folded.AsSpan(token.Start, token.Length), token.Start == 0);
            var text = folded.AsSpan(token.Start, token.Length);
            if (token.IsSpaceless)
            {
                QuestionRuns.Read(text, withStopWords, ReadRun);
                continue;
            }

            forms.Clear();
            WordForms.Read(text, forms);
            foreach (var form in forms)
            {
                if ((withStopWords || !form.IsStopWord) && form.Weight >= 1f)
                {
                    AddWord(form, isName);
                }
            }
        }
    }

    private static bool IsName(ReadOnlySpan<char> token, bool isFirst) =>
        token.IndexOfAnyInRange('0', '9') >= 0 || (!isFirst && token.Length > 1 && char.IsUpper(token[0]));

    private void AddWord(WordForm form, bool isName)
    {
        var gloss = Feature.Gloss(form.Text);
        List<(uint Term, float Strength)> words = [(form.Term, 1f)];
        List<(uint Term, float Strength)> chinese = [(form.Term, 1f), (gloss, Translated)];
        foreach (var related in SynonymDictionary.Instance.RelatedTo(form.Text))
        {
            words.Add((Feature.Word(related), Related));
            chinese.Add((Feature.Gloss(related), Related * Translated));
        }

        foreach (var synonym in SynonymDictionary.Instance.Of(form.Text).Where(word => word != form.Text))
        {
            words.Add((Feature.Word(synonym), Synonymous));
            chinese.Add((Feature.Gloss(synonym), Synonymous * Translated));
        }

        ForWords.Add(Idf(form.Term), isName, [.. words]);
        ForChinese.Add(Math.Min(Idf(form.Term), Idf(gloss)), isName, [.. chinese]);
    }

    private void ReadRun(ReadOnlySpan<char> run)
    {
        if (run.Length == 1)
        {
            ForChinese.Add(Idf(Feature.Bigram(run)), false, [(Feature.Bigram(run), 1f)]);
        }

        for (var i = 0; i + 1 < run.Length; i++)
        {
            var bigram = Feature.Bigram(run.Slice(i, 2));
            ForChinese.Add(Idf(bigram), false, [(bigram, 1f)]);
        }

        var dictionary = ChineseDictionary.Instance;
        for (var at = 0; at < run.Length;)
        {
            var length = dictionary.LongestWordAt(run[at..], out var entry);
            if (Translation.Translates(length, run.Length))
            {
                AddTranslated(dictionary, entry, length > 1 ? Feature.Bigram(run.Slice(at, 2)) : Feature.Bigram(run[at..]));
            }

            at += Math.Max(1, length);
        }
    }

    // A word is as rare as its commonest translation; the word itself, within a text of the other script, is looked for too.
    private void AddTranslated(ChineseDictionary dictionary, int entry, uint own)
    {
        Span<int> glosses = stackalloc int[Translation.MostGlosses];
        glosses = glosses[..dictionary.ReadGlosses(entry, glosses)];
        List<(uint Term, float Strength)> terms = [(own, 1f)];
        var idf = Idf(own);
        foreach (var gloss in glosses)
        {
            terms.Add((dictionary.StemIds[gloss], Translated));
            idf = Math.Min(idf, Idf(dictionary.StemIds[gloss]));
        }

        ForWords.Add(idf, false, [.. terms]);
    }

    private float Idf(uint term) => _idf.TryGetValue(term, out var idf) ? idf : _rarest;
}
