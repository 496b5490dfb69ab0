namespace BotKb.Retrieval.Analysis;

/// <summary>The terms that a chunk is found by.</summary>
internal static class TextFeatures
{
    /// <summary>Adds the terms of a text, each occurrence with the weight of its field.</summary>
    public static void Collect(string text, float weight, TermBag terms)
    {
        var folded = TextFolding.Fold(text);
        var forms = new List<WordForm>();
        foreach (var token in new Tokens(folded))
        {
            if (token.IsSpaceless)
            {
                AddRun(folded.AsSpan(token.Start, token.Length), weight, terms);
                continue;
            }

            forms.Clear();
            WordForms.Read(folded.AsSpan(token.Start, token.Length), forms);
            foreach (var form in forms)
            {
                if (form.IsPart)
                {
                    terms.Add(form.Term, weight * form.Weight);
                }
                else
                {
                    terms.AddWord(form.Term, weight);
                }
            }
        }
    }

    private static void AddRun(ReadOnlySpan<char> run, float weight, TermBag terms)
    {
        if (run.Length == 1)
        {
            terms.AddWord(Feature.Bigram(run), weight);
        }

        for (var i = 0; i + 1 < run.Length; i++)
        {
            terms.AddWord(Feature.Bigram(run.Slice(i, 2)), weight);
        }

        for (var i = 0; run.Length > 1 && i < run.Length; i++)
        {
            terms.Add(Feature.Bigram(run.Slice(i, 1)), weight);
        }

        AddGlosses(run, weight, terms);
    }

    private static void AddGlosses(ReadOnlySpan<char> run, float weight, TermBag terms)
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
                    terms.Add(dictionary.GlossIds[glosses[i]], weight * Translation.Share(i, count));
                }
            }

            at += Math.Max(1, length);
        }
    }
}
