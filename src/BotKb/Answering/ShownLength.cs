using BotKb.Retrieval.Analysis;

namespace BotKb.Answering;

/// <summary>
/// How much room text takes before a reader: a Latin character counts one, a Chinese, Japanese or Korean one two, and in a text that is
/// mainly written in these every character counts two.
/// </summary>
internal static class ShownLength
{
    /// <summary>The length of a text.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var chinese = Script.IsChinese(text);
        var length = 0;
        foreach (var c in text)
        {
            length += Of(c, chinese);
        }

        return length;
    }

    /// <summary>The most that a part of a text can take, up to each of its characters.</summary>
    public static int[] Running(string text)
    {
        var chinese = text.Any(IsWide);
        var running = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i++)
        {
            running[i + 1] = running[i] + Of(text[i], chinese);
        }

        return running;
    }

    // Half of a surrogate pair counts as half of a wide character.
    private static int Of(char c, bool amongChinese) => char.IsSurrogate(c) ? 1 : amongChinese || IsWide(c) ? 2 : 1;

    private static bool IsWide(char c) => Tokens.IsSpaceless(c) || c is (>= '\u2E80' and <= '\u303F') or (>= '\uFF00' and <= '\uFFEF');
}
