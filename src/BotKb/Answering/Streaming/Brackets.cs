namespace BotKb.Answering.Streaming;

/// <summary>Finds where brackets, the targets of links and addresses in angle brackets end, in text that is still coming.</summary>
internal static class Brackets
{
    /// <summary>More text is needed to tell.</summary>
    public const int Unknown = -2;

    private const int None = -1;
    private const int LongestLabel = 400;
    private const int LongestTarget = 2_000;
    private const int LongestScheme = 32;

    /// <summary>Where the bracket at <paramref name="open"/> closes; negative where it does not, or not yet.</summary>
    public static int Close(string text, int open, char closer, bool final)
    {
        var longest = closer == ']' ? LongestLabel : CitationMarks.Longest;
        var depth = 0;
        for (var at = open; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '\n' || at - open > longest)
            {
                return None;
            }

            depth += c == text[open] ? 1 : 0;
            depth -= c == closer ? 1 : 0;
            if (depth == 0)
            {
                return at;
            }

            at += c == '\\' ? 1 : 0;
        }

        return final ? None : Unknown;
    }

    /// <summary>The target in round brackets at <paramref name="open"/> and where the text goes on; null where there is none.</summary>
    public static (string? Target, int End) Target(string text, int open, bool final)
    {
        if (open >= text.Length)
        {
            return (null, final ? open : Unknown);
        }

        if (text[open] != '(')
        {
            return (null, open);
        }

        var depth = 0;
        for (var at = open; at < text.Length; at++)
        {
            if (at - open > LongestTarget || text[at] == '\n')
            {
                return (null, open);
            }

            depth += text[at] == '(' ? 1 : 0;
            depth -= text[at] == ')' ? 1 : 0;
            if (depth == 0)
            {
                return (WithoutTitle(text[(open + 1)..at]), at + 1);
            }
        }

        return (null, final ? open : Unknown);
    }

    /// <summary>Where the address in angle brackets at <paramref name="open"/> closes; negative where there is none, or not yet.</summary>
    public static int AddressEnd(string text, int open, bool final)
    {
        var at = open + 1;
        while (at < text.Length && at - open <= LongestScheme && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '+' or '-' or '.'))
        {
            at++;
        }

        if (at >= text.Length)
        {
            return final ? None : Unknown;
        }

        if (text[at] != ':' || at == open + 1)
        {
            return None;
        }

        while (at < text.Length && at - open <= LongestTarget && !char.IsWhiteSpace(text[at]) && text[at] is not ('<' or '>'))
        {
            at++;
        }

        return at < text.Length ? text[at] == '>' ? at : None : final ? None : Unknown;
    }

    private static string WithoutTitle(string target)
    {
        var trimmed = target.Trim();
        var space = trimmed.AsSpan().IndexOfAny(' ', '\t');
        return (space < 0 ? trimmed : trimmed[..space]).Trim('<', '>');
    }
}
