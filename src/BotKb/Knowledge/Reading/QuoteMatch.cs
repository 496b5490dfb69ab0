using System.Text;

namespace BotKb.Knowledge.Reading;

/// <summary>Finds words in a text that may have been laid out anew: white space counts for nothing.</summary>
internal static class QuoteMatch
{
    /// <summary>What of a quote is looked for: no white space, no ellipsis at its ends.</summary>
    public static string Key(string quote) => WithoutSpace(quote.AsSpan().Trim().Trim('…'), null);

    /// <summary>Where the quote stands in the text; null where it does not.</summary>
    public static TextSpan? Find(string text, string quote)
    {
        var key = Key(quote);
        var places = new List<int>(text.Length);
        var at = key.Length == 0 ? -1 : WithoutSpace(text, places).IndexOf(key, StringComparison.Ordinal);
        return at < 0 ? null : new TextSpan(places[at], places[at + key.Length - 1] + 1);
    }

    private static string WithoutSpace(ReadOnlySpan<char> text, List<int>? places)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsSpace(text[i]))
            {
                kept.Append(text[i]);
                places?.Add(i);
            }
        }

        return kept.ToString();
    }

    // The same characters as in DocumentReading's SQL.
    private static bool IsSpace(char c) => c is ' ' or '\n' or '\r' or '\t' or '\u00A0' or '\u3000';
}
