using System.Buffers;

namespace BotKb.Sources.Extraction.Text;

/// <summary>
/// Says how much decoded text looks like text that somebody wrote: about 1 for the right encoding, below .2 for a wrong one.
/// </summary>
internal static class TextPlausibility
{
    private const string EastAsianPunctuation = "，。、：；！？（）《》〈〉“”‘’「」『』【】〔〕…—～·　";
    private const string LatinPunctuation = "‘’“”‚„•–—…€™®©°§·«»¿¡\u00A0×";

    /// <summary>The score of the characters beyond ASCII, read in a multi-byte encoding of East Asia.</summary>
    /// <param name="text">The decoded text.</param>
    /// <param name="everyday">The first level of the encoding's standard.</param>
    public static double OfEastAsian(string text, SearchValues<char> everyday) => 
        Mean(text, c => c < 0x80 && !IsControl(c) ? null : EastAsianWeight(c, everyday));

    /// <summary>The score of all characters: UTF-16 read in the wrong order, or from other bytes, shows in them all.</summary>
    public static double OfUtf16(string text) => Mean(text, c => c switch
    {
        '\n' or '\r' or '\t' => 1,
        < ' ' or '\u007F' => -3,
        < '\u007F' => 1,
        (>= '\u00C0' and < '\u0250') or (>= '\u0370' and < '\u0460') => 0.8,
        _ => EastAsianWeight(c, EverydayCharacters.Any),
    });

    /// <summary>The score of the characters beyond ASCII, read as one byte each in a Western encoding.</summary>
    public static double OfWestern(string text)
    {
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] >= 0x80 || IsControl(text[i]))
            {
                sum += WesternWeight(text, i);
                count++;
            }
        }

        return count == 0 ? 0 : sum / count;
    }

    private static double Mean(string text, Func<char, double?> weight)
    {
        var (sum, count) = (0.0, 0);
        foreach (var c in text)
        {
            if (weight(c) is { } value)
            {
                sum += value;
                count++;
            }
        }

        return count == 0 ? 0 : sum / count;
    }

    private static double EastAsianWeight(char c, SearchValues<char> everyday) => c switch
    {
        '\uFFFD' => -3,
        < '\u00A0' or (>= '\uE000' and <= '\uF8FF') or (>= '\uD800' and <= '\uDFFF') => -2,
        _ when CommonCharacters.Contain(c) || EastAsianPunctuation.Contains(c) => 1,
        _ when everyday.Contains(c) => 0.4,
        >= '\u3041' and <= '\u30FE' => 0.9,
        >= '\uFF10' and <= '\uFF5A' => 0.5,
        >= '\uFF61' and <= '\uFF9F' => -0.3,
        >= '\u4E00' and <= '\u9FFF' or (>= '\uAC00' and <= '\uD7A3') => 0,
        _ => -0.5,
    };

    // In Western languages a letter with an accent stands among plain letters; other encodings come out as runs of them.
    private static double WesternWeight(string text, int i)
    {
        var c = text[i];
        if (c is < '\u00A0' or '\uFFFD')
        {
            return -3;
        }

        var isInRun = (i > 0 && IsAccented(text[i - 1])) || (i + 1 < text.Length && IsAccented(text[i + 1]));
        if (IsAccented(c))
        {
            var isInWord = (i > 0 && char.IsAsciiLetter(text[i - 1])) || (i + 1 < text.Length && char.IsAsciiLetter(text[i + 1]));
            return isInRun ? -0.5 : isInWord ? 1 : 0.3;
        }

        return LatinPunctuation.Contains(c) && !isInRun ? 0.6 : -0.2;
    }

    private static bool IsControl(char c) => c < ' ' && !char.IsWhiteSpace(c);

    private static bool IsAccented(char c) => c is >= '\u00C0' and <= '\u017F' and not ('×' or '÷');
}
