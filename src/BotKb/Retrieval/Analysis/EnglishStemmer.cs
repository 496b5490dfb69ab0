namespace BotKb.Retrieval.Analysis;

/// <summary>
/// Porter's stemmer (1980) over lower-case ASCII words, after a table of irregular forms; a final y after a vowel stays, so that "deploy"
/// and "deployment" meet.
/// </summary>
internal static class EnglishStemmer
{
    private static readonly (string Suffix, string Replacement)[] DoubleSuffixes =
    [
        ("ational", "ate"), ("ization", "ize"), ("isation", "ize"), ("iveness", "ive"), ("fulness", "ful"),
        ("ousness", "ous"), ("tional", "tion"),
        ("biliti", "ble"), ("entli", "ent"), ("ousli", "ous"), ("ation", "ate"), ("alism", "al"), ("aliti", "al"), ("iviti", "ive"),
        ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("iser", "ize"), ("abli", "able"), ("alli", "al"),
        ("ator", "ate"), ("logi", "log"),
        ("eli", "e"), ("bli", "ble"),
    ];

    private static readonly (string Suffix, string Replacement)[] EndSuffixes =
        [("icate", "ic"), ("ative", ""), ("alize", "al"), ("alise", "al"), ("iciti", "ic"), ("ical", "ic"), ("ness", ""), ("ful", "")];

    private static readonly string[] LongSuffixes =
    [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism",
        "ate", "iti", "ous", "ive", "ize", "ise", "ion", "al", "er", "ic", "ou",
    ];

    /// <summary>The stem; words of one or two letters and words with other characters than a-z come back as they are.</summary>
    public static string Stem(string word)
    {
        if (IrregularForms.TryGetBase(word, out var known))
        {
            word = known;
        }

        if (word.Length <= 2 || !word.All(char.IsAsciiLetterLower))
        {
            return word;
        }

        var w = Past(Plural(word));
        if (w.Length > 2 && w.EndsWith('y') && !IsVowel(w, w.Length - 2) && HasVowel(w.AsSpan(0, w.Length - 1)))
        {
            w = w[..^1] + "i";
        }

        w = Replace(w, DoubleSuffixes, 0);
        w = Replace(w, EndSuffixes, 0);
        w = DropLongSuffix(w);
        return Tidy(w);
    }

    private static string Plural(string w) => w switch
    {
        _ when w.EndsWith("sses", StringComparison.Ordinal) => w[..^2],
        _ when w.EndsWith("ies", StringComparison.Ordinal) => w.Length > 4 ? w[..^2] : w[..^1],
        _ when w.EndsWith("ss", StringComparison.Ordinal) || w.EndsWith("us", StringComparison.Ordinal) => w,
        _ when w.EndsWith('s') && w.Length > 3 => w[..^1],
        _ => w,
    };

    private static string Past(string w)
    {
        if (w.EndsWith("eed", StringComparison.Ordinal))
        {
            return Measure(w.AsSpan(0, w.Length - 3)) > 0 ? w[..^1] : w;
        }

        var cut = w.EndsWith("ed", StringComparison.Ordinal) ? 2 : w.EndsWith("ing", StringComparison.Ordinal) ? 3 : 0;
        if (cut == 0 || !HasVowel(w.AsSpan(0, w.Length - cut)))
        {
            return w;
        }

        var stem = w[..^cut];
        if (stem.Length > 1 && stem[^2..] is "at" or "bl" or "iz")
        {
            return stem + "e";
        }

        if (stem.Length > 1 && stem[^1] == stem[^2] && !IsVowel(stem, stem.Length - 1) && stem[^1] is not ('l' or 's' or 'z'))
        {
            return stem[..^1];
        }

        return Measure(stem) == 1 && EndsShort(stem) ? stem + "e" : stem;
    }

    private static string Replace(string w, (string Suffix, string Replacement)[] rules, int measure)
    {
        foreach (var (suffix, replacement) in rules)
        {
            if (w.EndsWith(suffix, StringComparison.Ordinal))
            {
                return Measure(w.AsSpan(0, w.Length - suffix.Length)) > measure ? w[..^suffix.Length] + replacement : w;
            }
        }

        return w;
    }

    private static string DropLongSuffix(string w)
    {
        foreach (var suffix in LongSuffixes)
        {
            if (w.EndsWith(suffix, StringComparison.Ordinal))
            {
                var stem = w.AsSpan(0, w.Length - suffix.Length);
                var drop = Measure(stem) > 1 && (suffix != "ion" || (stem.Length > 0 && stem[^1] is 's' or 't'));
                return drop ? stem.ToString() : w;
            }
        }

        return w;
    }

    private static string Tidy(string w)
    {
        if (w.EndsWith('e'))
        {
            var stem = w.AsSpan(0, w.Length - 1);
            var measure = Measure(stem);
            if (measure > 1 || (measure == 1 && !EndsShort(stem)))
            {
                w = stem.ToString();
            }
        }

        return w.EndsWith("ll", StringComparison.Ordinal) && Measure(w) > 1 ? w[..^1] : w;
    }

    private static bool IsVowel(ReadOnlySpan<char> w, int i) =>
        w[i] is 'a' or 'e' or 'i' or 'o' or 'u' || (w[i] == 'y' && i > 0 && !IsVowel(w, i - 1));

    private static bool HasVowel(ReadOnlySpan<char> w)
    {
        for (var i = 0; i < w.Length; i++)
        {
            if (IsVowel(w, i))
            {
                return true;
            }
        }

        return false;
    }

    private static int Measure(ReadOnlySpan<char> w)
    {
        var count = 0;
        var afterVowel = false;
        for (var i = 0; i < w.Length; i++)
        {
            var vowel = IsVowel(w, i);
            count += afterVowel && !vowel ? 1 : 0;
            afterVowel = vowel;
        }

        return count;
    }

    private static bool EndsShort(ReadOnlySpan<char> w) =>
        w.Length >= 3
        && !IsVowel(w, w.Length - 1) && IsVowel(w, w.Length - 2) && !IsVowel(w, w.Length - 3)
        && w[^1] is not ('w' or 'x' or 'y');
}
