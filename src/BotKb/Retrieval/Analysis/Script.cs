namespace BotKb.Retrieval.Analysis;

/// <summary>Tells texts in Chinese characters from others.</summary>
internal static class Script
{
    /// <summary>True where characters of scripts without spaces stand for at least as much text as the letters do.</summary>
    public static bool IsChinese(ReadOnlySpan<char> text)
    {
        var wide = 0;
        var letters = 0;
        foreach (var c in text)
        {
            if (Tokens.IsSpaceless(c))
            {
                wide++;
            }
            else if (char.IsLetter(c))
            {
                letters++;
            }
        }

        return wide > 0 && wide * 2 >= letters;
    }
}
