using System.Text;
using BotKb.Retrieval.Analysis;

namespace BotKb.Quality.Metrics;

/// <summary>Whether a text holds another: compatibility forms (NFKC) made equal, lower case, all white space removed.</summary>
internal static class Containment
{
    /// <summary>
    /// True when <paramref name="wanted"/> occurs in <paramref name="text"/>; a blank text is wanted by nobody and never found.
    /// </summary>
    public static bool Contains(string text, string wanted)
    {
        var needle = Normalize(wanted);
        return needle.Length > 0 && Normalize(text).Contains(needle, StringComparison.Ordinal);
    }

    /// <summary>The form in which texts are compared.</summary>
    public static string Normalize(string text)
    {
        var normal = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            foreach (var form in Compatible(c))
            {
                if (!char.IsWhiteSpace(form))
                {
                    normal.Append(char.ToLowerInvariant(form));
                }
            }
        }

        return normal.ToString();
    }

    // string.Normalize changes nothing under invariant globalization. The search's folding also drops accents and simplifies
    // characters; within the blocks of compatibility characters it is NFKC and no more.
    private static string Compatible(char c)
    {
        if (!IsCompatibilityCharacter(c))
        {
            return c.ToString();
        }

        return ChineseDictionary.Instance.TryFold(c, out var form) ? form.ToString() : ChineseDictionary.Instance.LongForm(c);
    }

    private static bool IsCompatibilityCharacter(char c) => c switch
    {
        >= '\u00A0' and <= '\u00BF' => true,
        >= '\u2000' and <= '\u218F' => true,
        >= '\u2460' and <= '\u24FF' => true,
        >= '\u3200' and <= '\u33FF' => true,
        >= '\uFB00' and <= '\uFB06' => true,
        >= '\uFE10' and <= '\uFE6F' => true,
        >= '\uFF00' and <= '\uFFEF' => true,
        _ => false,
    };
}
