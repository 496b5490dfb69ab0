using System.Runtime.InteropServices;

namespace BotKb.Retrieval.Analysis;

/// <summary>
/// Turns a question into weighted terms: its own words at full weight, and for each word what it may be called in the other language
/// or by a synonym, at a weight that cannot drown the words themselves. Pure and bounded for any text.
/// </summary>
internal static class QueryAnalyzer
{
    /// <summary>At most so many terms are looked for.</summary>
    public const int MaxTerms = 400;

    private const int MaxLength = 4_000;

    /// <summary>The terms of a question, each once; empty where it holds no word.</summary>
    public static IReadOnlyList<QueryTerm> Analyze(string question) => Analyze(question, null);

    /// <summary>The same, and what the terms are called.</summary>
    public static IReadOnlyList<QueryTerm> Analyze(string question, TermNames? names)
    {
        var weights = new Dictionary<uint, float>();
        foreach (var term in Units(question, names).SelectMany(unit => unit.Terms))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(weights, term.Term, out _) += term.Weight;
        }

        return weights.Take(MaxTerms).Select(pair => new QueryTerm(pair.Key, pair.Value)).ToList();
    }

    /// <summary>The question word by word, in its order; empty where it holds none.</summary>
    public static IReadOnlyList<QueryUnit> Units(string question) => Units(question, null);

    private static List<QueryUnit> Units(string question, TermNames? names)
    {
        var folded = TextFolding.Fold(question.Length > MaxLength ? question[..MaxLength] : question);
        var units = Read(folded, false, names);
        return units.Count > 0 ? units : Read(folded, true, names);
    }

    private static List<QueryUnit> Read(string folded, bool withStopWords, TermNames? names)
    {
        var units = new QueryUnits(names);
        var forms = new List<WordForm>();
        foreach (var token in new Tokens(folded))
        {
            var text = folded.AsSpan(token.Start, token.Length);
            if (token.IsSpaceless)
            {
                QuestionRuns.Read(text, withStopWords, units.AddRun);
                continue;
            }

            forms.Clear();
            WordForms.Read(text, forms);
            foreach (var form in forms)
            {
                if (withStopWords || !form.IsStopWord)
                {
                    units.AddWord(form);
                }
            }
        }

        return units.ToList();
    }
}
