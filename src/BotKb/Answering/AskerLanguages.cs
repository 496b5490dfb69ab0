using BotKb.Retrieval.Analysis;

namespace BotKb.Answering;

/// <summary>Tells in which language a person asks.</summary>
internal static class AskerLanguages
{
    // A Chinese question may name things in English; so many characters weigh as much as one word.
    private const double CharactersOfWord = 1.5;

    // Characters that folding changes although simplified texts are full of them.
    private const string WrittenInBoth = "么著宁乾";

    /// <summary>The language of a message, judged by its characters.</summary>
    public static AskerLanguage Of(string message)
    {
        var (han, traditional, words) = (0, 0, 0);
        var inWord = false;
        foreach (var c in message)
        {
            if (IsHan(c))
            {
                han++;
                traditional += IsTraditional(c) ? 1 : 0;
            }

            var letter = char.IsLetter(c) && !Tokens.IsSpaceless(c);
            words += letter && !inWord ? 1 : 0;
            inWord = letter || (inWord && char.IsDigit(c));
        }

        if (han == 0 || han < words * CharactersOfWord)
        {
            return AskerLanguage.English;
        }

        return traditional > 0 ? AskerLanguage.TraditionalChinese : AskerLanguage.SimplifiedChinese;
    }

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF';

    private static bool IsTraditional(char c) =>
        ChineseDictionary.Instance.TryFold(c, out var form) && form != c && !WrittenInBoth.Contains(c, StringComparison.Ordinal);
}
