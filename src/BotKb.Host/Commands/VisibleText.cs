using System.Globalization;
using System.Text;

namespace BotKb.Host.Commands;

/// <summary>
/// Text from file names, documents and people, made fit for a terminal: a character that would steer it, or turn the order of its
/// neighbours round, is shown as its code, such as <c>\u001B</c>.
/// </summary>
internal static class VisibleText
{
    /// <summary>One line: line breaks are shown as their codes too.</summary>
    public static string Line(string text) => Show(text, keepsLines: false);

    /// <summary>Text of several lines.</summary>
    public static string Lines(string text) => Show(text, keepsLines: true);

    private static string Show(string text, bool keepsLines)
    {
        if (!text.Any(character => IsHidden(character, keepsLines)))
        {
            return text;
        }

        var shown = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            if (IsHidden(character, keepsLines))
            {
                shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            }
            else
            {
                shown.Append(character);
            }
        }

        return shown.ToString();
    }

    private static bool IsHidden(char character, bool keepsLines) =>
        (char.IsControl(character) && !(keepsLines && (character is '\n' or '\t'))) || TurnsOrder(character);

    private static bool TurnsOrder(char character) => character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
