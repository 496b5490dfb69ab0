using BotKb.Knowledge;

namespace BotKb.Sources.Extraction.Text;

/// <summary>Opens a file that must be text.</summary>
internal static class TextFile
{
    /// <summary>The file's text.</summary>
    /// <exception cref="ExtractionException">The bytes are no text in any encoding.</exception>
    public static string Read(byte[] content, string? declaredEncoding) =>
        TextDecoder.Decode(content, declaredEncoding)
            ?? throw new ExtractionException(
                ExtractionStatus.Corrupt, "The file is named like a text file but holds binary data; get a sound copy.");
}
