using System.Text;

namespace BotKb.Sources.Extraction.Text;

/// <summary>Makes .NET know the encodings of before Unicode (GB18030, Big5, Shift-JIS, Windows and DOS code pages).</summary>
internal static class CodePages
{
    static CodePages() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>
    /// Returns when they are known. Call it before a library is touched that looks encodings up: MimeKit, for one, decides at its
    /// first use which ones exist, for as long as the process lives.
    /// </summary>
    public static void Register()
    {
    }
}
