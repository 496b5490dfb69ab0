using System.Runtime.InteropServices;

namespace BotKb.Retrieval.Analysis;

/// <summary>
/// Turns a question into weighted terms: its own words at full weight, and for each word what it may be called in the other language
/// or by a synonym, at a weight that cannot drown the words themselves. Pure and bounded for any text.
/// </summary>
internal static class QueryAnalyzer
{
    private const int MaxLength = 4_000;
    private const int MaxTerms = 400;
    private const int MaxGlosses = 8;
    internal static float TranslationWeight = 0.6f;
    internal static float ParallelWeight = 0.1f;
    internal static float SynonymWeight = 0.15f;

    /// <summary>The terms of a question, each once; empty where it holds no word.</summary>
    public static IReadOnlyList<QueryTerm> Analyze(string question)
    {
        var folded = TextFolding.Fold(question.Length > MaxLength ? question[..MaxLength] : question);
        var terms = Collect(folded, false);
        return terms.Count > 0 ? terms : Collect(folded, true);
    }

    private static List<QueryTerm> Collect(string folded, bool withStopWords)
    {
        var weights = new Dictionary<uint, float>();
        var forms = new List<WordForm>();
        foreach (var token in new Tokens(folded))
        {
            var text = folded.AsSpan(token.Start, token.Length);
            if (token.IsSpaceless)
            {
                AddSpaceless(text, withStopWords, weights);
                continue;
            }

            forms.Clear();
            WordForms.Read(text, forms);
            foreach (var form in forms)
            {
                if (withStopWords || !form.IsStopWord)
                {
                    AddWord(form, weights);
                }
            }
        }

        return weights.Take(MaxTerms).Select(pair => new QueryTerm(pair.Key, pair.Value)).ToList();
    }

    private static void AddWord(WordForm form, Dictionary<uint, float> weights)
    {
        Add(weights, form.Term, form.Weight);
        Add(weights, Feature.Gloss(form.Text), form.Weight * TranslationWeight);
        var synonyms = SynonymDictionary.Instance.Of(form.Text);
        foreach (var synonym in synonyms)
        {
            if (synonym != form.Text)
            {
                var weight = form.Weight * SynonymWeight / MathF.Sqrt(synonyms.Count - 1);
                Add(weights, Feature.Word(synonym), weight);
                Add(weights, Feature.Gloss(synonym), weight);
            }
        }
    }

    private static void AddSpaceless(ReadOnlySpan<char> text, bool withStopWords, Dictionary<uint, float> weights)
    {
        var start = 0;
        for (var at = 0; at <= text.Length;)
        {
            var stop = at == text.Length ? 1 : withStopWords ? 0 : StopWords.ChineseAt(text[at..]);
            if (stop > 0)
            {
                AddRun(text[start..at], weights);
                start = at + stop;
            }

            at += Math.Max(1, stop);
        }
    }

    private static void AddRun(ReadOnlySpan<char> run, Dictionary<uint, float> weights)
    {
        if (run.Length == 1)
        {
            Add(weights, Feature.Bigram(run), 1f);
        }

        for (var i = 0; i + 1 < run.Length; i++)
        {
            Add(weights, Feature.Bigram(run.Slice(i, 2)), 1f);
        }

        var dictionary = ChineseDictionary.Instance;
        Span<int> glosses = stackalloc int[MaxGlosses];
        for (var at = 0; at < run.Length;)
        {
            var length = dictionary.LongestWordAt(run[at..], out var entry);
            if (length > 0 && (length > 1 || run.Length == 1))
            {
                AddGlosses(dictionary, glosses[..dictionary.ReadGlosses(entry, glosses)], weights);
            }

            at += Math.Max(1, length);
        }
    }

    private static void AddGlosses(ChineseDictionary dictionary, ReadOnlySpan<int> glosses, Dictionary<uint, float> weights)
    {
        var each = TranslationWeight / MathF.Sqrt(Math.Max(1, glosses.Length));
        foreach (var gloss in glosses)
        {
            Add(weights, dictionary.StemIds[gloss], each);
            Add(weights, dictionary.GlossIds[gloss], each * ParallelWeight);
            var synonyms = SynonymDictionary.Instance.Of(dictionary.Stem(gloss));
            foreach (var synonym in synonyms)
            {
                if (synonym != dictionary.Stem(gloss))
                {
                    Add(weights, Feature.Word(synonym), each * SynonymWeight / MathF.Sqrt(synonyms.Count - 1));
                }
            }
        }
    }

    private static void Add(Dictionary<uint, float> weights, uint term, float weight) =>
        CollectionsMarshal.GetValueRefOrAddDefault(weights, term, out _) += weight;
}
