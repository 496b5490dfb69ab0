using Microsoft.ML.Tokenizers;

namespace BotKb.Answering.Prompts;

/// <summary>Counts tokens as cl100k_base does; other models' tokens are near enough for a budget.</summary>
public static class TokenCount
{
    private static readonly Lazy<TiktokenTokenizer> Tokenizer = new(() => TiktokenTokenizer.CreateForEncoding("cl100k_base"));

    /// <summary>The tokens of a text.</summary>
    public static int Of(string text) => Tokenizer.Value.CountTokens(text);

    /// <summary>As much of the beginning of a text as fits.</summary>
    public static string Start(string text, int tokens)
    {
        var length = tokens > 0 ? Tokenizer.Value.GetIndexByTokenCount(text, tokens, out _, out _) : 0;
        return text[..(length > 0 && length < text.Length && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }
}
