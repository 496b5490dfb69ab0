namespace BotKb.Sources.Extraction.Pdf;

/// <summary>What kind of writing a character belongs to, as far as joining lines needs it.</summary>
internal static class Script
{
    /// <summary>Han, kana and full-width marks: written without spaces between words.</summary>
    public static bool IsCjk(char c) =>
        c is (>= '\u2E80' and <= '\u2FDF') or (>= '\u3000' and <= '\u30FF') or (>= '\u31F0' and <= '\u4DBF')
            or (>= '\u4E00' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFE30' and <= '\uFE4F')
            or (>= '\uFF00' and <= '\uFFEF') or (>= '\uD840' and <= '\uD88D');

    /// <summary>Marks at which a sentence, and so perhaps a paragraph, ends.</summary>
    public static bool EndsSentence(char c) =>
        c is '.' or '!' or '?' or ':' or ';' or '。' or '！' or '？' or '：' or '；' or '…' or '”' or '"';
}
