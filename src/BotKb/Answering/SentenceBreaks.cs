using System.Collections.Frozen;

namespace BotKb.Answering;

/// <summary>Where sentences end within running text, Chinese or English.</summary>
internal static class SentenceBreaks
{
    private const int LongestQuotation = 150;
    private const string Closers = "\"'”’」』)）]】》〉";
    private const string Openers = "“「『(（【《〈[";
    private const string OpenersClosed = "”」』)）】》〉]";

    private static readonly FrozenSet<string> Abbreviations = """
        mr mrs ms dr prof st sr jr vs e.g i.e cf al no nos fig figs eq sec ch vol pp p ed eds rev gen col lt sgt capt maj hon gov sen rep
        inc ltd co corp dept univ assn bros est approx max min tel ext jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri
        sat sun ca c d b a.m p.m u.s u.k ph.d
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where the sentence that begins at <paramref name="start"/> has ended; <paramref name="end"/> where none ends earlier.</summary>
    public static int Next(ReadOnlySpan<char> text, int start, int end)
    {
        var closer = '\0';
        var opened = start;
        for (var at = start; at < end; at++)
        {
            var c = text[at];
            if (closer == '\0' && Openers.IndexOf(c, StringComparison.Ordinal) is var opener and >= 0)
            {
                (closer, opened) = (OpenersClosed[opener], at);
            }
            else if (c == closer)
            {
                closer = '\0';
                if (EndsInside(text, opened, at, end))
                {
                    return at + 1;
                }
            }
            else if ((closer == '\0' || at - opened > LongestQuotation || !ClosesSoon(text, at, end, closer)) && IsEnd(text, at, end))
            {
                return SkipClosers(text, at + 1, end);
            }
        }

        return end;
    }

    private static bool ClosesSoon(ReadOnlySpan<char> text, int at, int end, char closer) =>
        text[at..Math.Min(end, at + LongestQuotation)].Contains(closer);

    // A quotation that ends in a full stop ends the sentence too, unless the sentence goes on after it.
    private static bool EndsInside(ReadOnlySpan<char> text, int opened, int at, int end)
    {
        if (at - 1 <= opened || text[opened] is '(' or '（' or '[' or '【' || text[at - 1] is not ('。' or '！' or '？' or '.' or '!' or '?'))
        {
            return false;
        }

        var next = at + 1;
        if (text[at - 1] is '.' or '!' or '?')
        {
            return next >= end || (char.IsWhiteSpace(text[next]) && StartsSentence(text, next, end));
        }

        return next >= end || "，、；：,;的地".IndexOf(text[next], StringComparison.Ordinal) < 0;
    }

    private static bool IsEnd(ReadOnlySpan<char> text, int at, int end) => text[at] switch
    {
        '。' or '！' or '？' or '｡' or '；' => at + 1 >= end || text[at + 1] is not ('。' or '！' or '？' or '｡' or '；' or '!' or '?'),
        '!' or '?' or '…' => at + 1 >= end
            || (text[at + 1] is not ('!' or '?' or '…') && StartsSentence(text, SkipClosers(text, at + 1, end), end)),
        '.' => EndsAtDot(text, at, end),
        _ => false,
    };

    private static bool EndsAtDot(ReadOnlySpan<char> text, int at, int end)
    {
        var next = SkipClosers(text, at + 1, end);
        if (next >= end)
        {
            return true;
        }

        if (!char.IsWhiteSpace(text[next]) || !StartsSentence(text, next, end))
        {
            return IsFootnote(text, at, next, end);
        }

        var word = WordBefore(text, at);
        var initial = word.Length == 1 && char.IsUpper(word[0]);
        return !initial && !IsAbbreviation(word);
    }

    // "…in 1999.[3] The": a reference mark stands between the stop and the next sentence.
    private static bool IsFootnote(ReadOnlySpan<char> text, int at, int next, int end) =>
        next == at + 1 && text[next] == '[' && text[next..end].IndexOf(']') is > 0 and < 6;

    private static bool IsAbbreviation(ReadOnlySpan<char> word) =>
        word.Length is > 0 and < 8 && Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static ReadOnlySpan<char> WordBefore(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        while (start > 0 && (char.IsLetter(text[start - 1]) || (text[start - 1] == '.' && start < at)))
        {
            start--;
        }

        return text[start..at];
    }

    private static bool StartsSentence(ReadOnlySpan<char> text, int at, int end)
    {
        while (at < end && (char.IsWhiteSpace(text[at]) || text[at] is '"' or '\'' or '“' or '‘' or '(' or '[' or '*' or '_' or '`'))
        {
            at++;
        }

        return at >= end || !char.IsLower(text[at]);
    }

    private static int SkipClosers(ReadOnlySpan<char> text, int at, int end)
    {
        while (at < end && Closers.Contains(text[at], StringComparison.Ordinal))
        {
            at++;
        }

        return at;
    }
}
