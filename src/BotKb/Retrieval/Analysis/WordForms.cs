using System.Buffers;

namespace BotKb.Retrieval.Analysis;

/// <summary>Turns a word, number or code into its terms: as it is written, and by its parts.</summary>
internal static class WordForms
{
    private const float PartWeight = 0.5f;
    private const int LongestWord = 64;
    private const int CacheSize = 20_000;

    private static readonly SearchValues<char> SegmentMarks = SearchValues.Create("/\\@?=&#");
    private static readonly SearchValues<char> CodeMarks = SearchValues.Create("@._/:\\#=?&+~%");
    private static readonly SearchValues<char> TokenMarks = SearchValues.Create("@._/:\\#=?&+~%-,'");

    [ThreadStatic]
    private static Dictionary<string, WordForm>? _cache;

    /// <summary>Adds the forms of one token of folded text.</summary>
    public static void Read(ReadOnlySpan<char> token, List<WordForm> forms)
    {
        if (token.IndexOfAny(TokenMarks) < 0)
        {
            AddWord(token, false, forms);
            AddParts(token, forms);
            return;
        }

        var whole = Lower(token);
        if (IsNumber(whole))
        {
            AddWord(whole.Replace(",", "", StringComparison.Ordinal), false, forms);
        }

        var code = IsCode(whole);
        if (code)
        {
            AddCode(whole, forms);
        }

        AddPieces(token, forms);
        if (!code && token.IndexOf('\'') < 0)
        {
            AddWord(whole.Replace("-", "", StringComparison.Ordinal), true, forms);
        }
    }

    private static void AddCode(string code, List<WordForm> forms)
    {
        forms.Add(new WordForm(code, Feature.Code(code), 1f, true, false));
        if (code.AsSpan().IndexOfAny(SegmentMarks) < 0)
        {
            return;
        }

        foreach (var segment in code.Split(['/', '\\', '@', '?', '=', '&', '#'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment.Length < code.Length && IsCode(segment))
            {
                forms.Add(new WordForm(segment, Feature.Code(segment), 1f, true, false));
            }
        }
    }

    private static void AddPieces(ReadOnlySpan<char> token, List<WordForm> forms)
    {
        var start = 0;
        for (var i = 0; i <= token.Length; i++)
        {
            if (i < token.Length && char.IsLetterOrDigit(token[i]))
            {
                continue;
            }

            var piece = token[start..i];
            var possessive = start > 0 && token[start - 1] == '\'' && piece.Length <= 2;
            if (!piece.IsEmpty && !possessive)
            {
                AddWord(piece, false, forms);
                AddParts(piece, forms);
            }

            start = i + 1;
        }
    }

    // "ReplicaSet" is found by "replica", "AB1234" by "1234".
    private static void AddParts(ReadOnlySpan<char> word, List<WordForm> forms)
    {
        var start = 0;
        for (var i = 1; i <= word.Length; i++)
        {
            var cut = i == word.Length
                || char.IsDigit(word[i]) != char.IsDigit(word[i - 1])
                || (char.IsUpper(word[i]) && char.IsLower(word[i - 1]));
            if (!cut)
            {
                continue;
            }

            if (i - start < word.Length)
            {
                AddWord(word[start..i], true, forms);
            }

            start = i;
        }
    }

    private static void AddWord(ReadOnlySpan<char> word, bool part, List<WordForm> forms)
    {
        Span<char> lower = stackalloc char[Math.Min(word.Length, LongestWord)];
        word[..lower.Length].ToLowerInvariant(lower);
        var form = FormOf(lower);
        forms.Add(part ? form with { IsPart = true, Weight = PartWeight } : form);
    }

    private static WordForm FormOf(ReadOnlySpan<char> lower)
    {
        var cache = _cache ??= new Dictionary<string, WordForm>(StringComparer.Ordinal);
        var known = cache.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(lower, out var form))
        {
            return form;
        }

        if (cache.Count >= CacheSize)
        {
            cache.Clear();
        }

        var word = lower.ToString();
        var stem = EnglishStemmer.Stem(word);
        return cache[word] = new WordForm(stem, Feature.Word(stem), 1f, false, StopWords.IsEnglish(word));
    }

    private static string Lower(ReadOnlySpan<char> text)
    {
        Span<char> lower = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        text.ToLowerInvariant(lower);
        return lower.ToString();
    }

    private static bool IsNumber(string token) => token.All(c => char.IsDigit(c) || c == ',') && token.Contains(',', StringComparison.Ordinal);

    private static bool IsCode(string token) => token.Any(char.IsDigit)
        ? token.Any(c => !char.IsLetterOrDigit(c) && c is not (',' or '\''))
        : token.AsSpan().IndexOfAny(CodeMarks) >= 0;
}
