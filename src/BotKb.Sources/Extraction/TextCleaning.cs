using System.Text;
using BotKb.Knowledge;

namespace BotKb.Sources.Extraction;

/// <summary>Brings text from any file into the one form that blocks promise: NFC, '\n', nothing invisible.</summary>
internal static class TextCleaning
{
    private const char Dropped = '\0';

    /// <summary>Running text: every run of white space becomes one space, single line breaks stay, empty lines go.</summary>
    public static string Prose(string text) => Clean(text, keepIndentation: false);

    /// <summary>One line: every run of white space, line breaks included, becomes one space.</summary>
    public static string Line(string text) => Prose(text).Replace('\n', ' ');

    /// <summary>Preformatted text: indentation and empty lines stay, white space at the ends of lines goes.</summary>
    public static string Preformatted(string text) => Clean(text, keepIndentation: true);

    private static string Clean(string text, bool keepIndentation)
    {
        var cleaned = new StringBuilder(text.Length);
        var line = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (IsLineBreak(text, ref i))
            {
                EndLine(cleaned, line, keepIndentation);
                continue;
            }

            var c = Visible(text, i);
            if (c != Dropped)
            {
                AppendTo(line, c, keepIndentation);
            }
        }

        EndLine(cleaned, line, keepIndentation);
        return CanonicalComposition.Compose(cleaned.ToString().Trim('\n'));
    }

    private static bool IsLineBreak(string text, ref int i)
    {
        if (text[i] == '\r')
        {
            i += i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
            return true;
        }

        return text[i] is '\n' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';
    }

    private static char Visible(string text, int i) => text[i] switch
    {
        '\t' => '\t',
        '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') => Dropped,
        (>= '\u2060' and <= '\u206F') or (>= '\uFDD0' and <= '\uFDEF') or '\uFEFF' or '\uFFFE' or '\uFFFF' => Dropped,
        // Bullets of the Symbol and Wingdings fonts, which Office stores in the private use area.
        '\uF0B7' or '\uF0A7' or '\uF0D8' or '\uF0FC' or '\uF076' => '•',
        var c when char.IsControl(c) => Dropped,
        var c when char.IsWhiteSpace(c) => ' ',
        var c when char.IsSurrogate(c) && !IsPaired(text, i) => Dropped,
        var c => c,
    };

    private static bool IsPaired(string text, int i) => char.IsHighSurrogate(text[i])
        ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])
        : i > 0 && char.IsHighSurrogate(text[i - 1]);

    private static void AppendTo(StringBuilder line, char c, bool keepIndentation)
    {
        if (keepIndentation || c is not (' ' or '\t'))
        {
            line.Append(c);
        }
        else if (line.Length > 0 && line[^1] != ' ')
        {
            line.Append(' ');
        }
    }

    private static void EndLine(StringBuilder cleaned, StringBuilder line, bool keepIndentation)
    {
        while (line.Length > 0 && line[^1] is ' ' or '\t')
        {
            line.Length--;
        }

        if (line.Length > 0 || keepIndentation)
        {
            cleaned.Append(line).Append('\n');
        }

        line.Clear();
    }
}
