using System.Text;

namespace BotKb.Retrieval.Analysis;

/// <summary>
/// Brings text into the form in which it is compared: NFKC, no accents, simplified characters. Case is left for the words to read.
/// </summary>
internal static class TextFolding
{
    /// <summary>Folds any string, broken surrogates included.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var dictionary = ChineseDictionary.Instance;
        var folded = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (dictionary.TryFold(c, out var form))
            {
                folded.Append(form);
            }
            else
            {
                folded.Append(dictionary.LongForm(c));
            }
        }

        return folded.ToString();
    }
}
