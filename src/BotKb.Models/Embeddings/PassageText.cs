using System.Text;
using BotKb.Answering.Prompts;

namespace BotKb.Models.Embeddings;

/// <summary>Texts as an embedding model takes them: with their prefix, and not too long.</summary>
internal static class PassageText
{
    /// <summary>The prefix and as much of the beginning of the text as fits.</summary>
    public static string Of(string prefix, string text, int maxTokens)
    {
        // A token is at least a byte: most texts need no counting.
        if (Encoding.UTF8.GetMaxByteCount(text.Length + prefix.Length) <= maxTokens
            || Encoding.UTF8.GetByteCount(text) + Encoding.UTF8.GetByteCount(prefix) <= maxTokens)
        {
            return prefix + text;
        }

        return prefix + TokenCount.Start(text, maxTokens - TokenCount.Of(prefix));
    }

    /// <summary>Tokens of a text, rather too many: English has about four bytes a token, Chinese about three.</summary>
    public static int Tokens(string text) => (Encoding.UTF8.GetByteCount(text) / 2) + 1;

    /// <summary>The first half; null where there is no half.</summary>
    public static string? Half(string text)
    {
        var length = text.Length / 2;
        length = length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return length > 0 ? text[..length] : null;
    }
}
