namespace BotKb.WebConsole.Documents;

/// <summary>Addresses of documents in the console; no address carries a right.</summary>
public static class DocumentLink
{
    /// <summary>What of a page's address leads to the marked passage.</summary>
    public const string Anchor = "passage";

    private const int LongestQuote = 300;

    /// <summary>The page of a document, scrolled to a passage.</summary>
    /// <param name="documentId">The document's row.</param>
    /// <param name="chunkId">The passage's row.</param>
    /// <param name="quote">The words to mark; they also find the passage where it was made anew.</param>
    public static string To(long documentId, long chunkId, string quote) =>
        $"documents/{documentId}?chunk={chunkId}&quote={Uri.EscapeDataString(Short(quote))}#{Anchor}";

    /// <summary>The page of a document, at the part that begins with a passage.</summary>
    internal static string ToPart(long documentId, int from) => $"documents/{documentId}?from={from}";

    /// <summary>The original file.</summary>
    internal static string ToOriginal(long documentId, string? language) =>
        $"documents/{documentId}/original" + (language is null ? "" : $"?language={Uri.EscapeDataString(language)}");

    private static string Short(string quote) => quote.Length <= LongestQuote
        ? quote
        : quote[..(char.IsHighSurrogate(quote[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote)];
}
