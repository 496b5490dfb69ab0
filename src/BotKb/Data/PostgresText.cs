using System.Text;

namespace BotKb.Data;

/// <summary>Makes any string one that PostgreSQL stores: no NUL, no half of a surrogate pair.</summary>
internal static class PostgresText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The same string where it is storable already.</summary>
    public static string Clean(string text)
    {
        var at = FirstBad(text);
        if (at < 0)
        {
            return text;
        }

        var clean = new StringBuilder(text, 0, at, text.Length);
        for (; at < text.Length; at++)
        {
            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
            {
                clean.Append(text, at++, 2);
            }
            else if (text[at] != '\0')
            {
                clean.Append(char.IsSurrogate(text[at]) ? Replacement : text[at]);
            }
        }

        return clean.ToString();
    }

    private static int FirstBad(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\0')
            {
                return at;
            }

            if (char.IsSurrogate(text[at]))
            {
                if (!char.IsHighSurrogate(text[at]) || at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]))
                {
                    return at;
                }

                at++;
            }
        }

        return -1;
    }
}
