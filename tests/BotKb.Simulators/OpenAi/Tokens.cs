using System.Globalization;

namespace BotKb.Simulators.OpenAi;

/// <summary>Cuts a text into what stands for tokens; joined they are the text.</summary>
internal static class Tokens
{
    /// <summary>Words with the space before them and single Chinese characters, or pieces of a fixed length.</summary>
    public static IReadOnlyList<string> Of(string text, int characters)
    {
        var tokens = new List<string>();
        var start = 0;
        var length = 0;
        foreach (var at in StringInfo.ParseCombiningCharacters(text).Skip(1))
        {
            length++;
            if (characters > 0 ? length % characters == 0 : text[at] == ' ' || text[at - 1] == '\n' || IsWide(text[at]) || IsWide(text[at - 1]))
            {
                tokens.Add(text[start..at]);
                start = at;
            }
        }

        if (text.Length > start)
        {
            tokens.Add(text[start..]);
        }

        return tokens;
    }

    private static bool IsWide(char c) => c >= '\u2E80';
}
