using BotKb.Retrieval.Analysis;

namespace BotKb.Knowledge;

/// <summary>
/// How much of a chunk a text fills: 1 is about 240 English words or 400 Chinese characters. The sizes of two texts add up.
/// </summary>
internal static class TextSize
{
    private const double Word = 1.0 / 240;
    private const double SpacelessCharacter = 1.0 / 400;
    private const double Mark = 1.0 / 4000;
    private const int LongWord = 12;

    /// <summary>The size of a whole text.</summary>
    public static double Of(ReadOnlySpan<char> text)
    {
        var size = 0.0;
        for (var at = 0; at < text.Length;)
        {
            at += Step(text[at..], out var step);
            size += step;
        }

        return size;
    }

    /// <summary>
    /// Characters of the longest beginning of <paramref name="text"/> that fits <paramref name="limit"/>; at least one character.
    /// </summary>
    public static int Fit(ReadOnlySpan<char> text, double limit)
    {
        var size = 0.0;
        var at = 0;
        while (at < text.Length)
        {
            var length = Step(text[at..], out var step);
            if (size + step > limit)
            {
                break;
            }

            size += step;
            at += length;
        }

        return Math.Max(at, Math.Min(LongWord, text.Length));
    }

    // One word (a long one in parts, so that text without spaces stays bounded), one character of a spaceless script, or one mark.
    private static int Step(ReadOnlySpan<char> text, out double size)
    {
        if (Tokens.IsSpaceless(text[0]))
        {
            size = SpacelessCharacter;
            return 1;
        }

        if (!char.IsLetterOrDigit(text[0]))
        {
            size = char.IsWhiteSpace(text[0]) ? 0 : Mark;
            return 1;
        }

        var length = 1;
        while (length < text.Length && length < LongWord && char.IsLetterOrDigit(text[length]) && !Tokens.IsSpaceless(text[length]))
        {
            length++;
        }

        size = Word;
        return length;
    }
}
