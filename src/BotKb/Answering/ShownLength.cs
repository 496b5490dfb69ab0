using BotKb.Retrieval.Analysis;

namespace BotKb.Answering;

/// <summary>How much room text takes before a reader: a Latin character counts one, a Chinese, Japanese or Korean one counts two.</summary>
internal static class ShownLength
{
    /// <summary>The length of a text.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var length = 0;
        foreach (var c in text)
        {
            length += Of(c);
        }

        return length;
    }

    /// <summary>The length of one character; half of a surrogate pair counts as half of a wide character.</summary>
    public static int Of(char c) => char.IsSurrogate(c) ? 1 : IsWide(c) ? 2 : 1;

    private static bool IsWide(char c) => Tokens.IsSpaceless(c) || c is (>= '\u2E80' and <= '\u303F') or (>= '\uFF00' and <= '\uFFEF');
}
