using BotKb.Retrieval.Analysis;

namespace BotKb.Benchmarks.Corpus;

/// <summary>Cuts text into chunks of full size: 240 English words or 400 Chinese characters, the largest that the product makes.</summary>
internal static class FullChunks
{
    private const double Word = 1.0 / 240;
    private const double SpacelessCharacter = 1.0 / 400;

    /// <summary>True where more of the chunk is written without spaces.</summary>
    public static bool IsSpaceless(string text) => text.Count(Tokens.IsSpaceless) > text.Length / 3;

    /// <summary>The chunks of a long text; what is left at the end is no chunk.</summary>
    public static IEnumerable<string> Cut(string text)
    {
        var start = 0;
        var size = 0.0;
        for (var at = 0; at < text.Length; at++)
        {
            size += SizeAt(text, at);
            var mayEnd = at + 1 == text.Length || !IsWordCharacter(text[at]) || !IsWordCharacter(text[at + 1]);
            if (size >= 1 - (SpacelessCharacter / 2) && mayEnd)
            {
                yield return text[start..(at + 1)].Trim();
                start = at + 1;
                size = 0;
            }
        }
    }

    private static double SizeAt(string text, int at) => Tokens.IsSpaceless(text[at]) ? SpacelessCharacter
        : IsWordCharacter(text[at]) && (at == 0 || !IsWordCharacter(text[at - 1])) ? Word : 0;

    private static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) && !Tokens.IsSpaceless(c);
}
