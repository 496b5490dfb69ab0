using System.Text;

namespace BotKb.Sources.Extraction.Pdf;

/// <summary>Joins the lines of one paragraph as if it had been written on one line.</summary>
internal static class LineJoining
{
    /// <summary>
    /// Appends the next line: nothing between Chinese or Japanese characters, a word parted by a hyphen whole again, else a space.
    /// </summary>
    public static void Append(StringBuilder text, string next)
    {
        if (text.Length == 0 || next.Length == 0)
        {
            text.Append(next);
            return;
        }

        if (IsParted(text, next))
        {
            text.Length--;
        }
        else if (text[^1] == '\u00AD')
        {
            text.Length--;
        }
        else if (!EndsInHyphen(text) && !(Script.IsCjk(text[^1]) && Script.IsCjk(next[0])))
        {
            text.Append(' ');
        }

        text.Append(next);
    }

    private static bool EndsInHyphen(StringBuilder text) =>
        text.Length > 1 && text[^1] is '-' or '\u2010' && char.IsLetterOrDigit(text[^2]);

    private static bool IsParted(StringBuilder text, string next) =>
        text.Length > 2 && text[^1] is '-' or '\u2010' && IsLatin(text[^2]) && IsLatin(text[^3]) && char.IsLower(text[^2])
            && IsLatin(next[0]) && char.IsLower(next[0]) && !IsCompound(text);

    /// <summary>'state-of-': a word that has hyphens of its own keeps this one too.</summary>
    private static bool IsCompound(StringBuilder text)
    {
        var i = text.Length - 2;
        while (i > 0 && char.IsLetter(text[i]))
        {
            i--;
        }

        return text[i] == '-';
    }

    private static bool IsLatin(char c) => char.IsLetter(c) && c < '\u0250';
}
