using Microsoft.ML.Tokenizers;

namespace BotKb.Answering;

/// <summary>Counts tokens the way many models do (cl100k): close enough for budgets, whatever the model. Pure.</summary>
internal static class TokenCount
{
    private static readonly Lazy<TiktokenTokenizer> Tokenizer = new(() => TiktokenTokenizer.CreateForEncoding("cl100k_base"));

    /// <summary>Tokens of a text.</summary>
    public static int Of(string text) => Tokenizer.Value.CountTokens(text);
}
